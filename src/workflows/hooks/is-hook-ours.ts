import { configManager } from "@medusajs/framework/config"
import { CORE_MODULE } from "../../modules/core"
import { type CoreHook, parseOptions } from "../../options"

/**
 * Whether to register on a hook. A hook has one handler in a process, and handlers register as their file is imported:
 * the option is read from the loaded configuration, where Medusa has put the options of a plugin and those of a module
 * of the project itself in the same place. Outside a running store nothing is registered.
 */
export function isHookOurs(hook: CoreHook): boolean {
  const entry = configManager.baseDir ? configManager.config.modules?.[CORE_MODULE] : undefined
  if (typeof entry !== "object") {
    return false
  }
  const { hooks } = parseOptions("options" in entry ? entry.options : {})
  if (typeof hooks === "boolean") {
    return hooks
  }
  return !hooks.leaveAlone.includes(hook)
}
