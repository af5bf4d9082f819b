import { configManager } from "@medusajs/framework/config"
import { defineConfig, mergePluginModules } from "@medusajs/framework/utils"
import { resolve } from "path"
import { CORE_HOOKS, type PluginOptionsInput } from "../../options"
import { isHookOurs } from "./is-hook-ours"

const ROOT = resolve(__dirname, "../../..")
const MODULE = resolve(ROOT, "src/modules/core")

const http = { storeCors: "", adminCors: "", authCors: "" }

const load = (modules: { resolve: string; options: PluginOptionsInput }[]) =>
  configManager.loadConfig({
    projectConfig: defineConfig({ projectConfig: { redisUrl: "redis://unused", http }, modules }),
    baseDir: ROOT,
  })

/** A project that names the module itself, as this repository's own store does. */
const asModule = (options: PluginOptionsInput): void => {
  load([{ resolve: MODULE, options }])
}

/**
 * A store that has installed the plugin: Medusa gives the plugin's options to each of its modules before any import.
 */
const asPlugin = (options: PluginOptionsInput): void => {
  const modules = [{ resolve: MODULE, options }]
  const name = "medusa-service-commerce"
  mergePluginModules(load([]), [{ resolve: ROOT, name, id: name, version: "0", options, modules }], ROOT)
}

describe("which core hooks are handled", () => {
  it("is none before a store's configuration is loaded", () => {
    expect(CORE_HOOKS.filter(isHookOurs)).toEqual([])
  })

  describe.each([
    ["a module of the project", asModule],
    ["an installed plugin", asPlugin],
  ])("in %s", (_place, configure) => {
    it("is all of them unless the options say otherwise", () => {
      configure({})
      expect(CORE_HOOKS.filter(isHookOurs)).toEqual(CORE_HOOKS)
    })

    it("is none where the merchant takes them all", () => {
      configure({ hooks: false })
      expect(CORE_HOOKS.filter(isHookOurs)).toEqual([])
    })

    it("is all but those that the merchant leaves alone", () => {
      configure({ hooks: { leaveAlone: ["addToCart.validate"] } })
      expect(CORE_HOOKS.filter((hook) => !isHookOurs(hook))).toEqual(["addToCart.validate"])
    })
  })

  it("reports a misspelt name", () => {
    const misspelt = JSON.parse(`{ "hooks": { "leaveAlone": ["addToCart.validat"] } }`)
    asPlugin(misspelt)
    expect(() => isHookOurs("addToCart.validate")).toThrow(/hooks/)
  })

  it("is none of those that the loyalty plugin holds", () => {
    expect(CORE_HOOKS).not.toEqual(
      expect.arrayContaining([
        expect.stringMatching(/beforeRefreshingPaymentCollection|beforePaymentAuthorization|orderCreated|creditLines/),
      ]),
    )
  })
})
