import { fork, type ChildProcess } from "child_process"
import { resolve } from "path"
import { isLastJob, type Answer, type Job, type ProcessOptions } from "./process/messages"

/** How a job ended. */
export type Ending = { killed: true } | { killed: false; statements: Record<string, number> }

const START = resolve(__dirname, "process/start.cjs")

/** One job takes seconds, on a busy machine minutes; one that takes this long hangs. */
const PATIENCE_MS = 400_000

/** A process of the store that does one job after another, until one is its death. */
class StoreProcess {
  private readonly child: ChildProcess
  private readonly booted: Promise<Answer>
  /** What it complained about. */
  private words = ""

  constructor(databaseUrl: string, options: ProcessOptions) {
    const env = { ...process.env, DATABASE_URL: databaseUrl, FAULT_OPTIONS: JSON.stringify(options), NODE_OPTIONS: "" }
    this.child = fork(START, [], { env, stdio: ["ignore", "pipe", "pipe", "ipc"] })
    // Each job listens anew.
    this.child.setMaxListeners(0)
    this.child.stdout?.on("data", (data: Buffer) => (this.words += data.toString()))
    this.child.stderr?.on("data", (data: Buffer) => (this.words += data.toString()))
    this.booted = this.nextAnswer()
  }

  async do(job: Job): Promise<Ending> {
    this.expect(await this.booted, "ready")
    const killed = new Promise<Ending>((end) => {
      this.child.once("exit", (_code, signal) => signal === "SIGKILL" && end({ killed: true }))
    })
    const done = this.nextAnswer().then((answer): Ending => {
      return { killed: false, statements: this.expect(answer, "done").statements }
    })
    this.child.send(job)
    return this.before(PATIENCE_MS, Promise.race([killed, done]))
  }

  /** What it complained about, in short. */
  complaints(): string {
    return this.words.trim().slice(-4000)
  }

  end(): void {
    this.child.kill("SIGKILL")
  }

  private nextAnswer(): Promise<Answer> {
    return new Promise((resolve) => {
      this.child.once("message", (message) => resolve(message as Answer))
      this.child.once("exit", () => resolve({ kind: "failed", reason: this.complaints() || "it ended without a word" }))
    })
  }

  private expect<Kind extends Answer["kind"]>(answer: Answer, kind: Kind): Extract<Answer, { kind: Kind }> {
    if (answer.kind !== kind) {
      throw new Error(`A process of the store failed: ${"reason" in answer ? answer.reason : answer.kind}`)
    }
    return answer as Extract<Answer, { kind: Kind }>
  }

  private before(milliseconds: number, ending: Promise<Ending>): Promise<Ending> {
    return new Promise((resolve, reject) => {
      const late = () => reject(new Error(`A process of the store hangs:\n${this.complaints()}`))
      const timer = setTimeout(late, milliseconds)
      ending.then(resolve, reject).finally(() => clearTimeout(timer))
    })
  }
}

/** Processes of the store on one database. Booting takes seconds, so some are booted ahead of their time. */
export class ProcessPool {
  private readonly waiting: StoreProcess[] = []
  private readonly all: StoreProcess[] = []

  constructor(
    private readonly databaseUrl: string,
    private readonly options: ProcessOptions,
    private readonly ahead: number,
  ) {
    this.fill()
  }

  /** Does a job in a process of its own. It is free for the next one, unless it has a death to die. */
  async do(job: Job): Promise<Ending> {
    const process = this.waiting.shift() ?? this.boot()
    if (isLastJob(job)) {
      this.fill()
    }
    const ending = await process.do(job)
    if (isLastJob(job)) {
      process.end()
    } else {
      this.waiting.unshift(process)
    }
    return ending
  }

  /** What all processes complained about. */
  complaints(): string {
    return this.all
      .map((process) => process.complaints())
      .filter(Boolean)
      .join("\n---\n")
  }

  end(): void {
    this.all.forEach((process) => process.end())
  }

  private boot(): StoreProcess {
    const process = new StoreProcess(this.databaseUrl, this.options)
    this.all.push(process)
    return process
  }

  private fill(): void {
    while (this.waiting.length < this.ahead) {
      this.waiting.push(this.boot())
    }
  }
}
