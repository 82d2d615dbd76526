/** Child processes that measure one job at a time; one that does not answer in time is ended, and replaced. */
import {type ChildProcess, fork} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import type {Answer, Job} from './child.ts'

const CHILD = fileURLToPath(new URL('child.ts', import.meta.url))

/** An answer, or none when the time ran out or the process died. */
export type Outcome = Answer | undefined

export class Pool {
  #idle: ChildProcess[] = []
  #waiting: ((child: ChildProcess) => void)[] = []
  #all = new Set<ChildProcess>()
  #limit: number

  /** `limit` is how many milliseconds a job may take. */
  constructor(size: number, limit: number) {
    this.#limit = limit
    for (let index = 0; index < size; index++) this.#start()
  }

  async run(job: Job): Promise<Outcome> {
    const child = await this.#take()
    return new Promise((resolve) => {
      const timer = setTimeout(() => end(undefined), this.#limit)
      const end = (outcome: Outcome): void => {
        clearTimeout(timer)
        child.removeAllListeners('message')
        child.removeAllListeners('exit')
        if (outcome) this.#free(child)
        else this.#replace(child)
        resolve(outcome)
      }
      child.on('message', (answer: Answer) => end(answer))
      child.on('exit', () => end(undefined))
      child.send(job)
    })
  }

  close(): void {
    for (const child of this.#all) child.kill('SIGKILL')
  }

  #take(): Promise<ChildProcess> {
    const child = this.#idle.pop()
    return child ? Promise.resolve(child) : new Promise((resolve) => this.#waiting.push(resolve))
  }

  #free(child: ChildProcess): void {
    const next = this.#waiting.shift()
    if (next) next(child)
    else this.#idle.push(child)
  }

  #replace(child: ChildProcess): void {
    child.kill('SIGKILL')
    this.#all.delete(child)
    this.#start()
  }

  #start(): void {
    const child = fork(CHILD, {execArgv: ['--disable-warning=ExperimentalWarning']})
    this.#all.add(child)
    // It says that it is ready once it has run for a while.
    child.once('message', () => this.#free(child))
  }
}
