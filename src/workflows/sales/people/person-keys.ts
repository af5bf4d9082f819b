import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import {
  givePeople,
  newPersonKey,
  openPart,
  personKey,
  readPeople,
  sealPart,
  SALES_MODULE,
  type KeyProblem,
  type PartOfPerson,
  type PersonRow,
  type SalesModuleService,
  type SealedPart,
} from "../../../modules/sales"
import {
  canonicalJson,
  PERSONAL_FIELDS,
  personalOf,
  readPersonal,
  type PersonalPart,
  type PersonalSnapshot,
} from "../../../rules/sales"

type StoredPersonalPart = SealedPart | PartOfPerson

export interface KeyedPerson {
  id: string
  key: Buffer
}

/** The people whom customers' fields belong to, with their keys, by customer. Throws where the store's secret is not the one. */
export async function peopleOf(
  container: MedusaContainer,
  customerRefs: readonly string[],
): Promise<Map<string, KeyedPerson>> {
  const { db, options } = container.resolve<SalesModuleService>(SALES_MODULE)
  const people = await givePeople(db.knex, [...new Set(customerRefs)], (ref) => newPersonKey(ref, options))
  return new Map([...people].map(([ref, person]) => [ref, keyedPerson(person, options)]))
}

function keyedPerson(person: PersonRow, options: SalesModuleService["options"]): KeyedPerson {
  const read = personKey(person, options)
  if ("key" in read) {
    return { id: person.id, key: read.key }
  }
  throw new MedusaError(
    MedusaError.Types.UNEXPECTED_STATE,
    `sales.personSecret: the key of a person was wrapped by another secret (${person.wrapped_by}): set it again, or name it in sales.earlierPersonSecrets`,
  )
}

/** Why a part cannot be read: the key's problem, or a byte that is another. */
export type PartProblem = KeyProblem | "changed"

/** A part of a snapshot as far as it can be read now. */
export interface ReadPart extends PersonalPart {
  /** Medusa's customer, or the order without one. */
  customerRef: string | null
  key: Buffer | null
  problem: PartProblem | null
}

export interface StoredPart {
  /** JSON of sealed parts; null: nothing concerns people. */
  personal: string | null
  belongsTo: string
}

/** Opens the personal parts of many records with one statement at most. */
export async function openParts(container: MedusaContainer, stored: readonly StoredPart[]): Promise<ReadPart[][]> {
  const { db, options } = container.resolve<SalesModuleService>(SALES_MODULE)
  const records = stored.map(({ personal, belongsTo }) => ({ parts: partsOf(personal), belongsTo }))
  const ids = [...new Set(records.flatMap(({ parts }) => parts.map(({ person }) => person)))]
  const people = new Map((await readPeople(db.knex, ids)).map((person) => [person.id, person]))
  return records.map(({ parts, belongsTo }) =>
    parts.map((part) => {
      const person = people.get(part.person)
      const read = person ? personKey(person, options) : { problem: "erased" as const }
      return { customerRef: person?.customer_ref ?? null, ...readPart(part, belongsTo, read) }
    }),
  )
}

function readPart(
  part: StoredPersonalPart,
  belongsTo: string,
  read: { key: Buffer } | { problem: KeyProblem },
): Omit<ReadPart, "customerRef"> {
  const names = PERSONAL_FIELDS.filter((name) => part.fields?.includes(name) ?? true)
  const own = { person: part.person, names, fields: null }
  if ("problem" in read) {
    return { ...own, key: null, problem: read.problem }
  }
  if (!("cipher" in part)) {
    return { ...own, key: read.key, problem: null }
  }
  const text = openPart(read.key, part, belongsTo)
  const fields = text === null ? null : readPersonal(text)
  return { ...own, fields, key: read.key, problem: fields ? null : "changed" }
}

function partsOf(personal: string | null): StoredPersonalPart[] {
  try {
    const parts: unknown = personal === null ? [] : JSON.parse(personal)
    return Array.isArray(parts) ? (parts as StoredPersonalPart[]) : []
  } catch {
    return []
  }
}

/** What is stored of people: each part sealed under its person's key; null where there is nothing to keep. */
export function sealParts(
  parts: readonly PersonalPart[],
  keyOf: (person: string) => Buffer | null,
  belongsTo: string,
): { personal: string | null; people: string[] } {
  const sealed = parts.map(({ person, names, fields }): StoredPersonalPart => {
    const own = names.length === PERSONAL_FIELDS.length ? {} : { fields: names }
    const key = keyOf(person)
    return fields && key
      ? { ...sealPart({ id: person, key }, belongsTo, canonicalJson(fields)), ...own }
      : { person, ...own }
  })
  const people = sealed.flatMap((part) => ("cipher" in part ? part.person : []))
  return { personal: people.length ? canonicalJson(sealed) : null, people }
}

/** What a record's parts say together, and why what it says of its customer cannot be read. */
export const readTogether = (
  parts: readonly ReadPart[],
): { personal: PersonalSnapshot | null; problem: PartProblem | null } => ({
  personal: personalOf(parts),
  // Where nothing is kept it was erased before it was written.
  problem: parts.length ? (parts.find(({ names }) => names.includes("name"))?.problem ?? null) : "erased",
})

/** Where a snapshot's personal part opens. */
export const placeOfSnapshot = (saleId: string, number: number): string => `${saleId}/snapshot/${number}`
