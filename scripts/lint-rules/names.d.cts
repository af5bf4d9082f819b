/** What is wrong with the names of these files (paths below the project) and of their folders; each says what to do instead. */
export function findNameProblems(paths: string[]): string[]
/** The most files of a folder, specs and index left out. */
export const MOST_FILES: number
