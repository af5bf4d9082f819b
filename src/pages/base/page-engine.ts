import { Eta } from "eta"
import { LAYOUT } from "./layout-template"

const engine = new Eta({ autoEscape: true, autoTrim: false, cache: true })
engine.loadTemplate("@layout", LAYOUT)

/** Adds a template under its name, `@payment`. In it, `it` is the data; `<%= %>` escapes, `<%~ %>` does not. */
export function addTemplate(name: `@${string}`, text: string): void {
  engine.loadTemplate(name, text)
}

/** Draws a template with its data. */
export const drawTemplate = (name: `@${string}`, data: object): string => engine.render(name, data)
