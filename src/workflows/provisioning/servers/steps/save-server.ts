import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { CreateServer, SaveServer } from "../../../../contracts/provisioning/servers"
import {
  findServer,
  insertServer,
  newServerId,
  PROVISIONING_MODULE,
  updateServer,
  type ProvisioningModuleService,
  type ProvisioningRoom,
  type ServerValues,
} from "../../../../modules/provisioning"
import { versionProblems } from "../../../../rules/versions"
import { invalidFields, type FieldProblem } from "../../../errors/invalid-fields"
import { changedMeanwhile } from "../../../errors/to-conflict-error"
import { checkForm } from "../../products/check-form"
import { deliverToServer } from "../deliver-to-server"

export interface CreateServerInput {
  server: CreateServer
}

export interface SaveServerInput {
  id: string
  server: SaveServer
}

const TAKEN = "23505"
const isTaken = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === TAKEN
const nameTaken: FieldProblem = { field: "name", reason: "another server of this provider has this name" }
const notSaved = (problems: FieldProblem[]): MedusaError => invalidFields("The server was not saved", problems)

/** Credentials are sealed for the record that they belong to. */
function seal(
  room: ProvisioningRoom,
  { id, providerId, given }: { id: string; providerId: string; given: Record<string, unknown> | undefined },
): Pick<ServerValues, "credentials" | "key_id"> | null {
  if (given === undefined) {
    return null
  }
  const provider = room.providerOf(providerId)
  const schema = provider?.describe().credentials
  if (!schema) {
    throw notSaved([{ field: "provider_id", reason: `"${providerId}" is not an active provider with servers` }])
  }
  if (room.vault.keyId === null) {
    throw notSaved([{ field: "credentials", reason: "the option provisioning.encryptionKeys names no key" }])
  }
  const checked = checkForm(schema, given, "credentials")
  if (!checked.ok) {
    throw notSaved(checked.problems)
  }
  const { text, keyId } = room.vault.seal(checked.values, id)
  return { credentials: text, key_id: keyId }
}

/** One statement, so the step needs no compensation. */
export const createServerStep = createStep(
  "provisioning-create-server",
  async ({ server }: CreateServerInput, { container }) => {
    const { db, room } = container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE)
    const { provider_id, credentials, name, server_group, capacity, rank, is_active } = server
    const id = newServerId()
    const sealed = seal(room, { id, providerId: provider_id, given: credentials ?? {} })
    try {
      await insertServer(db.knex, {
        ...{ id, provider_id, name, server_group: server_group || null, capacity: capacity ?? null },
        ...{ rank: rank ?? 0, is_active: is_active ?? true, stop_reason: null },
        ...(sealed ?? { credentials: null, key_id: null }),
      })
    } catch (error) {
      throw isTaken(error) ? notSaved([nameTaken]) : error
    }
    await deliverToServer(container, { providerId: provider_id, repaired: null })
    return new StepResponse(id)
  },
)

/** One transaction, so the step needs no compensation. */
export const saveServerStep = createStep(
  "provisioning-save-server",
  async ({ id, server }: SaveServerInput, { container }) => {
    const { db, room } = container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE)
    const before = await findServer(db.knex, id)
    if (!before) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `Server with id: ${id} was not found`)
    }
    const { version, credentials: given, ...fields } = server
    const problems = versionProblems(version, before)
    if (problems.length) {
      throw notSaved(problems)
    }
    const sealed = seal(room, { id, providerId: before.provider_id, given })
    const isRepaired = before.stop_reason !== null || sealed !== null
    const values: Partial<ServerValues> = {
      ...definedOf(fields),
      ...sealed,
      ...(isRepaired && { stop_reason: null, resting_until: null }),
    }
    try {
      if (!(await updateServer(db.knex, { id, values, expected: version }))) {
        throw changedMeanwhile()
      }
    } catch (error) {
      throw isTaken(error) ? notSaved([nameTaken]) : error
    }
    await deliverToServer(container, { providerId: before.provider_id, repaired: isRepaired ? id : null })
    return new StepResponse(id)
  },
)

const definedOf = (fields: Omit<SaveServer, "version" | "credentials">): Partial<ServerValues> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
