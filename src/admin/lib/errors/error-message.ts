/** The server's own words: Medusa's error shape carries them in `message`. */
export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : ""
}
