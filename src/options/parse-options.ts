import type { z } from "@medusajs/framework/zod"
import {
  OPTION_SECTIONS,
  pluginOptionsSchema,
  type OptionSection,
  type PluginOptions,
  type SharedOptions,
} from "./plugin-options"

/** Validates the plugin's options. Throws an Error whose message names each wrong option and why. */
export function parseOptions(input: unknown): PluginOptions {
  // Medusa adds the connection of the module's database to a module's own options.
  const { database: _database, ...own } = (input ?? {}) as Record<string, unknown>
  const result = pluginOptionsSchema.safeParse(own)
  if (result.success) {
    return result.data
  }
  throw new Error(`medusa-service-commerce: these options are not valid\n${result.error.issues.map(line).join("\n")}`)
}

const line = (issue: z.core.$ZodIssue): string => {
  const moved = issue.code === "unrecognized_keys" && !issue.path.length ? hintFor(issue.keys) : ""
  return `  ${issue.path.join(".") || "options"}: ${issue.message}${moved}`
}

/** An option that belongs into a room's section is easily written above it. */
const hintFor = (keys: string[]): string => {
  const sections = pluginOptionsSchema.parse({})
  return OPTION_SECTIONS.flatMap((section) => {
    const inSection = keys.filter((key) => key in sections[section])
    return inSection.length ? [` (${inSection.join(", ")}: write it under "${section}")`] : []
  }).join("")
}

/** The shared options with the section of one room. */
export function roomOptions<Section extends OptionSection>(
  input: unknown,
  section: Section,
): SharedOptions & PluginOptions[Section] {
  const {
    billing: _billing,
    customers: _customers,
    packages: _packages,
    pages: _pages,
    provisioning: _provisioning,
    sales: _sales,
    ...shared
  } = parseOptions(input)
  return { ...shared, ...parseOptions(input)[section] }
}
