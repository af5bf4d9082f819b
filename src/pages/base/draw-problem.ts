import { PROBLEM_TEXTS, type PageProblem } from "./base-texts"
import { drawPage, type PageParts } from "./draw-page"
import { addTemplate, drawTemplate } from "./page-engine"

addTemplate(
  "@problem",
  `<section class="card"><h1><%= it.title %></h1><p><%= it.text %></p><% if (it.back) { %><p><a href="<%= it.back %>"><%= it.backText %></a></p><% } %></section>`,
)

const BACK = { en: "Back to the page", fr: "Retour à la page", de: "Zurück zur Seite" }

/** The page that says why there is no other. It says the same whatever was wrong with a link. */
export function drawProblem(
  problem: PageProblem,
  parts: Pick<PageParts, "language" | "seller" | "storefrontUrl">,
  back: string | null = null,
): string {
  const texts = PROBLEM_TEXTS[parts.language][problem]
  const body = drawTemplate("@problem", { ...texts, back, backText: BACK[parts.language] })
  return drawPage({ ...parts, title: texts.title, body, languages: [] })
}
