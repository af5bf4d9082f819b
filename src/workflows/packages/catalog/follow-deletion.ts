import type { MedusaContainer } from "@medusajs/framework/types"
import {
  PACKAGES_MODULE,
  type PackagesModuleService,
  readArticles,
  readPackages,
  writeArticle,
  writePackage,
} from "../../../modules/packages"
import type { StoredArticle, StoredPackage } from "../../../rules/packages"
import { refuseWhileContained } from "./refuse-while-contained"

/** What went with products or variants; given to `restorePackages`, it is stored again. */
export interface DeletedPackages {
  packages: StoredPackage[]
  articles: StoredArticle[]
}

const databaseOf = (container: MedusaContainer) => container.resolve<PackagesModuleService>(PACKAGES_MODULE).db.knex

/** Products were deleted: so are their recipes and articles. Refused, with its name, while a package contains one. */
export async function followProductDeletion(container: MedusaContainer, ids: string[]): Promise<DeletedPackages> {
  await refuseWhileContained(container, "product_id", ids)
  const knex = databaseOf(container)
  return remove(container, {
    packages: await readPackages(knex, ids),
    articles: await readArticles(knex, "product_id", ids),
  })
}

/** Variants were deleted: so are their articles. Refused, with its name, while a package contains one. */
export async function followVariantDeletion(container: MedusaContainer, ids: string[]): Promise<DeletedPackages> {
  await refuseWhileContained(container, "variant_id", ids)
  return remove(container, { packages: [], articles: await readArticles(databaseOf(container), "variant_id", ids) })
}

async function remove(container: MedusaContainer, deleted: DeletedPackages): Promise<DeletedPackages> {
  for (const before of deleted.packages) {
    await writePackage(databaseOf(container), { before, after: null })
  }
  for (const before of deleted.articles) {
    await writeArticle(databaseOf(container), { before, after: null })
  }
  return deleted
}

/** Restores what a deletion that failed later had removed. */
export async function restorePackages(container: MedusaContainer, deleted: DeletedPackages): Promise<void> {
  for (const after of deleted.packages) {
    await writePackage(databaseOf(container), { before: null, after })
  }
  for (const after of deleted.articles) {
    await writeArticle(databaseOf(container), { before: null, after })
  }
}
