import { toLocale } from "./locale"

describe("toLocale", () => {
  it.each([
    ["en", "en"],
    ["fr", "fr"],
    ["ptBR", "pt-BR"],
    ["zh-CN", "zh-CN"],
    [undefined, "en"],
    ["not a language", "en"],
  ])("%s is %s", (language, locale) => {
    expect(toLocale(language)).toBe(locale)
  })

  it.each([
    ["de", ["de-CH", "en-US"], "de-CH"],
    ["de", ["en-US", "de-AT"], "de-AT"],
    ["fr", ["en-US", "en"], "fr"],
    ["ptBR", ["pt-PT"], "pt-BR"],
  ])("%s in a browser that speaks %j is %s", (language, ofBrowser, locale) => {
    expect(toLocale(language, ofBrowser)).toBe(locale)
  })
})
