import { Caller } from './caller';
import { Probe, titleOf } from './probe';

/** What a caller can do, and what it cannot. */
export interface Expected {
  readonly allows: readonly Probe[];
  readonly refuses: readonly Probe[];
}

/** Shows what one declaration means, a refusal for every permission at the least. */
export function scenario(title: string, declare: () => Caller, { allows, refuses }: Expected): void {
  describe(title, () => {
    let caller: Caller;
    beforeAll(() => {
      caller = declare();
    });

    if (refuses.length < allows.length) {
      throw new Error(`${title}: ${allows.length} requests allowed, and only ${refuses.length} refused`);
    }
    if (allows.length > 0) {
      test.each(allows.map((probe) => [titleOf(probe), probe] as const))('allows %s', async (_, probe) => {
        expect(await caller.request(probe)).toBe('allowed');
      });
    }
    test.each(refuses.map((probe) => [titleOf(probe), probe] as const))('refuses %s', async (_, probe) => {
      expect(await caller.request(probe)).toBe('denied');
    });
  });
}
