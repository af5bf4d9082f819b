import { MOST_DAYS, NETWORK_DAYS, NETWORK_TRIES, OFF, type DunningSettings } from "./dunning-settings"

export interface DunningProblem {
  field: keyof DunningSettings
  code: "whole_days" | "ascending" | "network_bounds" | "terminate_before_suspend"
  message: string
}

/** What is wrong with a dunning schedule; an empty list: nothing. A schedule beyond the networks' bounds is refused. */
export function checkDunningSettings(settings: DunningSettings): DunningProblem[] {
  const { retryAfterDays, suspendAfterDays, terminateAfterDays } = settings
  const problems: DunningProblem[] = []
  if (!retryAfterDays.every((days) => isDays(days, 1))) {
    problems.push(problem("retryAfterDays", "whole_days", `takes whole days from 1 to ${MOST_DAYS}`))
  } else if (retryAfterDays.some((days, index) => index > 0 && days <= (retryAfterDays[index - 1] ?? 0))) {
    problems.push(problem("retryAfterDays", "ascending", "takes ascending days, each once"))
  } else if (mostTries(retryAfterDays) > NETWORK_TRIES) {
    const bound = `card networks allow ${NETWORK_TRIES} tries in ${NETWORK_DAYS} days, the first one included`
    problems.push(problem("retryAfterDays", "network_bounds", `holds too many tries: ${bound}`))
  }
  for (const field of ["suspendAfterDays", "terminateAfterDays"] as const) {
    if (!isDays(settings[field], OFF)) {
      problems.push(problem(field, "whole_days", `takes whole days from ${OFF} (off) to ${MOST_DAYS}`))
    }
  }
  if (suspendAfterDays !== OFF && terminateAfterDays !== OFF && terminateAfterDays < suspendAfterDays) {
    problems.push(problem("terminateAfterDays", "terminate_before_suspend", "cannot come before the suspension"))
  }
  return problems
}

const isDays = (days: number, least: number): boolean => Number.isInteger(days) && days >= least && days <= MOST_DAYS

const problem = (field: DunningProblem["field"], code: DunningProblem["code"], message: string): DunningProblem => ({
  field,
  code,
  message,
})

/** The most tries, the first one on the due date included, that fall into any window of the networks' length. */
function mostTries(retryAfterDays: readonly number[]): number {
  const days = [0, ...retryAfterDays]
  return Math.max(...days.map((from) => days.filter((day) => day >= from && day < from + NETWORK_DAYS).length))
}
