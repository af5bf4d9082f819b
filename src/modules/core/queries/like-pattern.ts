/** A pattern that finds a text anywhere; % and _ in it are signs like others. */
export const likePattern = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`
