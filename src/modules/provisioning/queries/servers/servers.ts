import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import {
  chooseServer,
  soleServer,
  type FillRule,
  type RemoteStatus,
  type ServerFacts,
} from "../../../../rules/provisioning"
import type { Versioned } from "../../../../rules/versions"
import { newId, raiseVersion } from "../../../core"

/** A server as it is stored; its credentials are sealed. */
export interface ServerRow extends Versioned {
  id: string
  provider_id: string
  name: string
  server_group: string | null
  capacity: number | null
  rank: number
  is_active: boolean
  credentials: string | null
  key_id: string | null
  resting_until: Date | null
  stop_reason: string | null
  compared_at: Date | null
  differences: number | null
  compare_problem: string | null
  created_at: Date
}

export type ListedServer = ServerRow & { used: number }

const USED = `(select count(*)::int from provisioning_service s where s.server_id = v.id and s.remote <> 'terminated'
  and s.deleted_at is null) as used`

/** All servers with the number of services on each. */
export async function listServers(knex: Knex): Promise<ListedServer[]> {
  const { rows } = await knex.raw<{ rows: ListedServer[] }>(
    `select v.*, ${USED} from provisioning_server v where v.deleted_at is null order by v.provider_id, v.rank, v.id`,
  )
  return rows
}

export type FoundServer = ServerRow & {
  /** It wants to be left alone now, by the database's clock. */
  is_resting: boolean
}

export async function findServer(knex: Knex, id: string): Promise<FoundServer | null> {
  const row = await knex("provisioning_server")
    .where({ id })
    .whereNull("deleted_at")
    .first<FoundServer | undefined>("*", knex.raw("coalesce(resting_until > now(), false) as is_resting"))
  return row ?? null
}

/** A provider's servers; nothing is counted. */
export async function serversOfProvider(knex: Knex, providerId: string): Promise<Omit<ServerFacts, "used">[]> {
  const rows: ServerRow[] = await knex("provisioning_server")
    .select("*")
    .where({ provider_id: providerId })
    .whereNull("deleted_at")
  return rows.map(factsOf)
}

interface WantedServer {
  serviceId: string
  providerId: string
  group: string | null
  fillRule: FillRule
}

/**
 * The server that a service goes to, by the fill rule; null: none is free. Where there is a choice, or a server may be full, the
 * provider's servers stay locked meanwhile, so that two services do not take the last place.
 */
export async function takeServer(knex: Knex, wanted: WantedServer): Promise<string | null> {
  const sole = soleServer(await serversOfProvider(knex, wanted.providerId), wanted)
  if (sole) {
    await placeService(knex, wanted, sole.id)
    return sole.id
  }
  return knex.transaction(async (trx) => {
    const chosen = await chooseByUse(trx, wanted)
    if (chosen) {
      await placeService(trx, wanted, chosen.id)
    }
    return chosen?.id ?? null
  })
}

/** The service is on the server from now on, and the call that is under way is made there. */
async function placeService(knex: Knex, { serviceId }: WantedServer, serverId: string): Promise<void> {
  await knex.raw(
    `with placed as (update provisioning_service set server_id = :serverId where id = :serviceId)
     update provisioning_call set server_id = :serverId where service_id = :serviceId and status = 'running'`,
    { serverId, serviceId },
  )
}

async function chooseByUse(trx: Knex, wanted: WantedServer): Promise<{ id: string } | null> {
  await trx("provisioning_server")
    .select("id")
    .where({ provider_id: wanted.providerId })
    .whereNull("deleted_at")
    .orderBy("id")
    .forUpdate()
  const before = await trx("provisioning_service")
    .where({ id: wanted.serviceId })
    .first<{ server_id: string | null } | undefined>("server_id")
  if (before?.server_id) {
    // A worker that was given up for lost has taken one.
    return { id: before.server_id }
  }
  const { rows } = await trx.raw<{ rows: ListedServer[] }>(
    `select v.*, ${USED} from provisioning_server v where v.provider_id = ? and v.deleted_at is null`,
    [wanted.providerId],
  )
  return chooseServer(
    rows.map((row) => ({ ...factsOf(row), used: row.used })),
    wanted,
  )
}

const factsOf = ({ id, server_group, is_active, stop_reason, capacity, rank }: ServerRow) => ({
  id,
  group: server_group,
  isActive: is_active && stop_reason === null,
  capacity,
  rank,
})

export type ServerValues = Pick<
  ServerRow,
  | "name"
  | "server_group"
  | "capacity"
  | "rank"
  | "is_active"
  | "credentials"
  | "key_id"
  | "stop_reason"
  | "resting_until"
>

export async function insertServer(
  knex: Knex,
  server: Omit<ServerValues, "resting_until"> & { id: string; provider_id: string },
): Promise<void> {
  await knex("provisioning_server").insert(server)
}

export const newServerId = (): string => newId("psrv")

/** False where it is gone, or not at the expected version. */
export async function updateServer(
  knex: Knex,
  { id, values, expected }: { id: string; values: Partial<ServerValues>; expected: number | undefined },
): Promise<boolean> {
  return knex.transaction(async (trx) => {
    const key = { id }
    if (!(await raiseVersion(trx, { table: "provisioning_server", key, fields: Object.keys(values), expected }))) {
      return false
    }
    // Saved as it was, it is tried again for what waits.
    if (Object.keys(values).length) {
      await trx("provisioning_server").where(key).update(values)
    }
    return true
  })
}

/** Takes a server out of the list, and its credentials with it. False where services are on it. */
export async function deleteServer(knex: Knex, id: string): Promise<boolean> {
  const deleted = await knex("provisioning_server as v")
    .where({ id })
    .whereNull("deleted_at")
    .whereNotExists(
      knex("provisioning_service as s")
        .select(knex.raw("1"))
        .whereRaw("s.server_id = v.id and s.remote <> 'terminated' and s.deleted_at is null"),
    )
    .update({ deleted_at: knex.fn.now(), credentials: null, key_id: null })
  return deleted === 1
}

/** Servers whose credentials another key than this one has sealed. */
export async function serversOfOtherKeys(knex: Knex, keyId: string): Promise<ServerRow[]> {
  return knex("provisioning_server")
    .select("*")
    .whereNotNull("key_id")
    .whereNot({ key_id: keyId })
    .whereNull("deleted_at")
    .limit(100)
}

/** Seals credentials anew, unless they were changed meanwhile. */
export async function resealServer(
  knex: Knex,
  { before, sealed }: { before: ServerRow; sealed: { text: string; keyId: string } },
): Promise<void> {
  await knex("provisioning_server")
    .where({ id: before.id, credentials: before.credentials })
    .update({ credentials: sealed.text, key_id: sealed.keyId })
}

/** The services on a server, those that are over included. */
export async function servicesOfServer(
  knex: Knex,
  serverId: string,
): Promise<{ id: string; title: string; remote: RemoteStatus }[]> {
  return knex("provisioning_service")
    .select("id", "title", "remote")
    .where({ server_id: serverId })
    .whereNull("deleted_at")
    .orderBy("id")
}

/** Nothing more is asked of a server, until an admin switches it on again. */
export async function stopServer(knex: Knex, id: string, reason: string): Promise<void> {
  await knex("provisioning_server").where({ id }).update({ stop_reason: reason, updated_at: knex.fn.now() })
}
