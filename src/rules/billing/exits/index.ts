export { decideExit, EXIT_REASONS, lastDayToWithdraw, type ExitDecision, type ExitReason } from "./decide-exit"
export {
  EXIT_FIELDS,
  readExitForm,
  type ExitField,
  type ExitForm,
  type ExitFormAnswer,
  type ExitProblem,
} from "./exit-form"
export { declaredRows, exitReceipt, exitTime, type ExitReceipt, type ReceivedExit } from "./exit-receipt"
export { DEFAULT_EXIT_REGION, type ExitRegionSettings, type ExitSettings } from "./exit-settings"
export { EXIT_WORDS, type ExitWords } from "./exit-words"
export { matchExit, matchOf, type ExitCandidate, type ExitMatch } from "./match-exit"
export { isRobot } from "./robots"
