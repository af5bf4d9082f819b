/** The dashboard names languages `en`, `fr`, `ptBR`; Intl wants `pt-BR`. */
export function toLocale(language: string | undefined): string {
  const match = /^([a-z]{2,3})-?([A-Z]{2})?$/.exec(language ?? "")
  if (!match) {
    return "en"
  }
  return match[2] ? `${match[1]}-${match[2]}` : (match[1] ?? "en")
}
