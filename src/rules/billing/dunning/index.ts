export { checkDunningSettings, type DunningProblem } from "./check-dunning-settings"
export {
  decideDunning,
  dunningDates,
  resumeOf,
  type DunnedSubscription,
  type DunningDates,
  type DunningDecision,
  type DunningStep,
} from "./decide-dunning"
export { dueDateProblem } from "./due-date-problem"
export { dunned, type Dunned } from "./dunned"
export {
  DUNNING_DEFAULTS,
  DUNNING_STAGES,
  LAST_ACTIONS,
  LATE_PAYMENTS,
  MOST_DAYS,
  NETWORK_DAYS,
  NETWORK_TRIES,
  OFF,
  type DunningSettings,
  type DunningStage,
  type LastAction,
  type LatePayment,
} from "./dunning-settings"
export { mayTry, nextTry, type FailedTry } from "./next-try"
export { hasNoTryLeft, isLate, isOverdue, isUnderWay, lateOn, type OwedRenewal } from "./owed-renewal"
export { retryNow, type RetryFacts } from "./retry-now"
export { standingAfter, type Standing, type StandingRow, type StandingSettings } from "./standing"
export { resumeChange, suspendChange } from "./suspension-change"
