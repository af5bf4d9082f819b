import type { Frame } from "../letter"

export const FRAME_DE: Frame = {
  greeting: (name) => (name === null ? "Guten Tag," : `Guten Tag ${name},`),
  regards: "Mit freundlichen Grüßen",
  questions: (email) => `Fragen? Schreiben Sie an ${email}.`,
}
