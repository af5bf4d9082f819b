import type { ImportAnswer } from "../../src/contracts/customers/imports"
import type { NoteAnswer } from "../../src/contracts/customers/notes"
import type { ProfileDetailAnswer, ProfileListAnswer } from "../../src/contracts/customers/profiles"
import type { RequestHeaders } from "./create-admin"
import type { TestStore } from "./store-test"

type Body = Record<string, unknown>

/** The customers room over HTTP, as an admin asks it. */
export class CrmClient {
  constructor(
    private readonly store: TestStore,
    private readonly headers: () => RequestHeaders,
  ) {}

  async create(body: Body): Promise<ProfileDetailAnswer> {
    return (await this.post("profiles", body)).profile
  }

  async change(id: string, body: Body): Promise<ProfileDetailAnswer> {
    return (await this.post(`profiles/${id}`, body)).profile
  }

  async profile(id: string): Promise<ProfileDetailAnswer> {
    return (await this.get(`profiles/${id}`)).profile
  }

  async list(query = ""): Promise<ProfileListAnswer> {
    return this.get(`profiles?${query}`)
  }

  /** The names that a search finds, sorted. */
  async names(query: string): Promise<string[]> {
    return (await this.list(query)).profiles.map(({ name }) => name).sort()
  }

  async note(profileId: string, body: Body): Promise<NoteAnswer> {
    return (await this.post(`profiles/${profileId}/notes`, body)).note
  }

  async notes(profileId: string): Promise<NoteAnswer[]> {
    return (await this.get(`profiles/${profileId}/notes`)).notes
  }

  async import(text: string | Buffer, options: { dry_run?: boolean; key?: string } = {}): Promise<ImportAnswer> {
    const { dry_run = false, key = "an-import-1" } = options
    const content = Buffer.from(text as string).toString("base64")
    return (await this.post("imports", { file_name: "customers.csv", content, dry_run, key })).import
  }

  async export(query = ""): Promise<string> {
    return this.get(`profiles/csv?${query}`)
  }

  async get(path: string) {
    return (await this.store.api.get(`/admin/crm/${path}`, this.headers())).data
  }

  async post(path: string, body: Body = {}) {
    return (await this.store.api.post(`/admin/crm/${path}`, body, this.headers())).data
  }

  async delete(path: string) {
    return (await this.store.api.delete(`/admin/crm/${path}`, this.headers())).data
  }
}
