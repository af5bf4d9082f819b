export { changedFields } from "./changed-fields"
export type { Versioned } from "./version"
export { timeLineProblems } from "./time-line-problems"
export { versionProblems, type VersionProblem } from "./version-problems"
