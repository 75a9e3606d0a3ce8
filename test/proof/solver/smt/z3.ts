import { init, Z3_context } from 'z3-solver';
import { parseValues, Question, script, settled } from './script';

/** What a solver answers: the values of a request that fits, or that there is none. */
export type Answer = { readonly found: false } | { readonly found: true; readonly values: Readonly<Record<string, string>> };

type Api = Awaited<ReturnType<typeof init>>;

/** Bytes; questions are plain ASCII. */
const LONGEST_INPUT = 2 ** 23;

/** Milliseconds after which a question counts as not answered, which is a failure. */
const PATIENCE = 60_000;

/** Z3, in this process. */
export class Z3 {
  /** Starts the solver. */
  public static async start(): Promise<Z3> {
    const api = await init();
    // Tries first that a text is not in a language: most languages of a question are beside the point. Ten times faster.
    api.Z3.global_param_set('smt.phase_selection', '0');
    return new Z3(api);
  }

  public questions = 0;
  private readonly context: Z3_context;
  /** Where commands are put, in the solver's memory. */
  private readonly input: number;

  private constructor(private readonly api: Api) {
    this.context = api.Z3.mk_context(api.Z3.mk_config());
    this.input = api.em._malloc(LONGEST_INPUT);
  }

  public get version(): string {
    return this.api.Z3.get_full_version();
  }

  /** Puts a question; fails if the solver gives up. */
  public async ask(question: Question): Promise<Answer> {
    const answer = await this.tryToAsk(question, PATIENCE);
    if (answer === undefined) {
      throw new Error(`Z3 does not know the answer to:\n${script(question)}`);
    }
    return answer;
  }

  /** Puts a question, and gives up after some milliseconds: for a search that can go on elsewhere. */
  public async tryToAsk(question: Question, patience: number): Promise<Answer | undefined> {
    this.questions++;
    const answer = (await this.run(`(reset)\n(set-option :timeout ${patience})\n${script(question)}`)).trim();
    if (answer === 'unsat') {
      return { found: false };
    }
    if (answer === 'unknown') {
      return undefined;
    }
    if (answer !== 'sat') {
      throw new Error(`Z3 answers ${JSON.stringify(answer)} to:\n${script(question)}`);
    }
    const known = settled(question);
    const open = Object.keys(question.variables).filter((name) => !Object.hasOwn(known, name));
    return { found: true, values: { ...parseValues(await this.run(`(get-value (${open.join(' ')}))`)), ...known } };
  }

  /** Ends its threads, without which the process would not end. */
  public stop(): void {
    this.api.em.PThread.terminateAllThreads();
  }

  /**
   * Not by `eval_smtlib2_string`, which keeps its text on a stack that others write on before the solver's thread has
   * read all of it.
   */
  private async run(commands: string): Promise<string> {
    const { em } = this.api;
    const bytes = Buffer.from(`${commands}\0`, 'ascii');
    if (bytes.length > LONGEST_INPUT) {
      throw new Error(`A question of ${bytes.length} characters`);
    }
    em.HEAPU8.set(bytes, this.input);
    return em.async_call(() => em._async_Z3_eval_smtlib2_string(this.context, this.input));
  }
}
