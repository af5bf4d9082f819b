import { escapeHtml } from "./escape-html"
import type { Letter } from "./letter"

/** A letter with all its words, from the greeting to who signs it. */
export interface WholeLetter extends Letter {
  language: string
  greeting: string
  closing: string[]
}

/** A link may only lead to a web page. */
const isWebAddress = (url: string): boolean => /^https?:\/\/\S+$/i.test(url)

export const actionOf = ({ action }: Letter): Letter["action"] => (action && isWebAddress(action.url) ? action : null)

/** As plain text. */
export function drawText(letter: WholeLetter): string {
  const { greeting, paragraphs, rows, closing } = letter
  const action = actionOf(letter)
  const parts = [
    greeting,
    ...paragraphs,
    rows.map(([label, value]) => `${label}: ${value}`).join("\n"),
    action ? `${action.label}: ${action.url}` : "",
    closing.join("\n"),
  ]
  return `${parts.filter(Boolean).join("\n\n")}\n`
}

const FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
const P = `<p style="margin:0 0 16px">`

/** As HTML with its styles in place, as mail programs want it; nothing is fetched from anywhere. */
export function drawHtml(letter: WholeLetter): string {
  const { language, subject, greeting, paragraphs, rows, closing } = letter
  const action = actionOf(letter)
  const body = [
    `${P}${escapeHtml(greeting)}</p>`,
    ...paragraphs.map((paragraph) => `${P}${escapeHtml(paragraph)}</p>`),
    rows.length ? table(rows) : "",
    action ? button(action) : "",
    `<p style="margin:24px 0 0;color:#52525b">${closing.map(escapeHtml).join("<br>")}</p>`,
  ]
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;background:#f4f4f5">
<div style="max-width:560px;margin:0 auto;padding:32px 24px;background:#ffffff;color:#18181b;${FONT};font-size:15px;line-height:1.5">
${body.filter(Boolean).join("\n")}
</div>
</body>
</html>
`
}

const table = (rows: [string, string][]): string =>
  `<table role="presentation" style="width:100%;margin:0 0 16px;border-collapse:collapse;font-size:15px">${rows
    .map(
      ([label, value]) =>
        `<tr><td style="padding:6px 16px 6px 0;color:#52525b;vertical-align:top">${escapeHtml(label)}</td><td style="padding:6px 0;text-align:right;vertical-align:top">${escapeHtml(value)}</td></tr>`,
    )
    .join("")}</table>`

const button = ({ label, url }: { label: string; url: string }): string =>
  `<p style="margin:24px 0"><a href="${escapeHtml(url)}" style="display:inline-block;padding:10px 20px;border-radius:6px;background:#18181b;color:#ffffff;text-decoration:none">${escapeHtml(label)}</a></p>`
