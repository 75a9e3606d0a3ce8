/** When to stop: the time is up, or somebody wants it. */
interface StopSignal {
  readonly signal: AbortSignal;
  /** Lets the process end as usual again. */
  release(): void;
}

/** Stops after some time, or when the process is interrupted; it does not end then, so that there is time to tidy up. */
export function stopSignal(seconds: number): StopSignal {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new Error(`the time is up after ${seconds} s`)), seconds * 1000);
  const interrupt = () => controller.abort(new Error('it was interrupted'));
  const signals = ['SIGINT', 'SIGTERM'] as const;
  // Once: who asks a second time does not want to wait for tidying up.
  signals.forEach((name) => process.once(name, interrupt));
  return {
    signal: controller.signal,
    release: () => {
      clearTimeout(timer);
      signals.forEach((name) => process.removeListener(name, interrupt));
    },
  };
}

/** Why it was stopped, in words. */
export function reasonOf({ reason }: AbortSignal): string {
  return reason instanceof Error ? reason.message : String(reason);
}
