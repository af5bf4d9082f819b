import type { PackageArticleAnswer, SaveArticleBody } from "../../src/contracts/packages/articles"
import type { BreakdownAnswer, BreakdownBody } from "../../src/contracts/packages/breakdown"
import type {
  ContentAnswer,
  CreatePackageBody,
  PackageAnswer,
  PackageListAnswer,
  SavePackageBody,
} from "../../src/contracts/packages/packages"
import type { World } from "./create-world"
import type { TestStore } from "./store-test"

/** An admin who makes packages, over HTTP. */
export class PackageClient {
  constructor(
    private readonly store: TestStore,
    private readonly world: Pick<World, "adminHeaders">,
  ) {}

  admin = async (method: "get" | "post" | "delete", path: string, data?: unknown) =>
    (await this.store.api.request({ method, url: `/admin${path}`, data, headers: this.world.adminHeaders.headers }))
      .data

  create = async (body: CreatePackageBody): Promise<PackageAnswer> =>
    (await this.admin("post", "/packages", body)).package

  save = async (productId: string, body: SavePackageBody): Promise<PackageAnswer> =>
    (await this.admin("post", `/packages/${productId}`, body)).package

  read = async (productId: string): Promise<PackageAnswer> =>
    (await this.admin("get", `/packages/${productId}`)).package

  list = async (query = ""): Promise<PackageListAnswer> => this.admin("get", `/packages${query}`)

  remove = async (productId: string, query = "") => this.admin("delete", `/packages/${productId}${query}`)

  contents = async (query: string): Promise<ContentAnswer[]> =>
    (await this.admin("get", `/packages/contents?${query}`)).contents

  saveArticle = async (variantId: string, body: SaveArticleBody): Promise<PackageArticleAnswer> =>
    (await this.admin("post", `/packages/articles/${variantId}`, body)).article

  article = async (variantId: string): Promise<PackageArticleAnswer> =>
    (await this.admin("get", `/packages/articles/${variantId}`)).article

  breakdown = async (productId: string, body: BreakdownBody): Promise<BreakdownAnswer> =>
    (await this.admin("post", `/packages/${productId}/breakdown`, body)).breakdown
}
