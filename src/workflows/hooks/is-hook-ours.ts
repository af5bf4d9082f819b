import { configManager } from "@medusajs/framework/config"
import { BILLING_MODULE } from "../../modules/billing"
import { parseOptions, type CoreHook } from "../../modules/billing/options"

/**
 * Whether to register on a hook. A hook has one handler in a process, and handlers register as their file is imported:
 * the option is read from the loaded configuration, where Medusa has put the options of a plugin and those of a module
 * of the project itself in the same place. Outside a running store nothing is registered.
 */
export function isHookOurs(hook: CoreHook): boolean {
  const entry = configManager.baseDir ? configManager.config.modules?.[BILLING_MODULE] : undefined
  if (typeof entry !== "object") {
    return false
  }
  const { hooks } = parseOptions("options" in entry ? entry.options : {})
  if (typeof hooks === "boolean") {
    return hooks
  }
  refuseUnknown(hooks.leaveAlone)
  return !hooks.leaveAlone.includes(hook)
}

/** A misspelt name would leave nothing alone: the boot stops instead. */
function refuseUnknown(names: string[]): void {
  const known: readonly string[] = CORE_HOOKS
  const unknown = names.find((name) => !known.includes(name))
  if (unknown !== undefined) {
    const message = `hooks.leaveAlone: "${unknown}" is no hook of this plugin; it takes ${CORE_HOOKS.join(", ")}`
    throw new Error(`medusa-service-commerce: these options are not valid\n  ${message}`)
  }
}
