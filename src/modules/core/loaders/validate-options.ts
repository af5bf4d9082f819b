import type { LoaderOptions } from "@medusajs/framework/types"
import { parseOptions } from "../../../options"

/** Stops the boot when an option of the plugin is invalid. */
export default async function validateOptions({ options }: LoaderOptions): Promise<void> {
  parseOptions(options)
}
