import type { ChainProblem } from "../../../rules/sales"

const MOST_PROBLEMS = 100

/** Counts every chain with a problem once. */
export class Findings {
  readonly first: ChainProblem[] = []
  private readonly known = new Set<string>()
  count = 0

  add(problem: ChainProblem | null): void {
    if (!problem || this.known.has(problem.sale_id ?? `checkpoint ${problem.number}`)) {
      return
    }
    this.count += 1
    if (this.first.length < MOST_PROBLEMS) {
      this.first.push(problem)
      this.known.add(problem.sale_id ?? `checkpoint ${problem.number}`)
    }
  }
}
