import { Button, Input, Select, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { Link } from "react-router-dom"
import { useTexts } from "../../../lib/use-texts"
import { dashboardProductKeys, queryKeys } from "../../../lib/query-keys"
import { sdk } from "../../../lib/sdk"
import { useChange } from "../../../lib/use-change"
import type { SoldProduct } from "../../../lib/billing/use-sold-product"
import { FormPart } from "../../ui/forms/form-part"

/** The product's collection is the offer's group, and there must be one (B2): choose it or make it here. */
export function CollectionField({ productId, product }: { productId: string; product: SoldProduct }) {
  const { t } = useTexts("billing")
  const [title, setTitle] = useState("")
  const collections = useQuery({
    queryKey: queryKeys.collections,
    queryFn: () => sdk.admin.productCollection.list({ limit: 100, fields: "id,title" }),
    enabled: !product.collectionId,
  })
  const assign = useChange({
    change: (collection_id: string) => sdk.admin.product.update(productId, { collection_id }),
    done: t("collection.assigned"),
    alsoStale: dashboardProductKeys,
  })
  const create = useChange({
    change: async (name: string) => {
      const { collection } = await sdk.admin.productCollection.create({ title: name })
      return sdk.admin.product.update(productId, { collection_id: collection.id })
    },
    done: t("collection.assigned"),
    alsoStale: dashboardProductKeys,
  })

  if (product.collectionId) {
    return (
      <Text size="small" className="text-ui-fg-subtle">
        {t("collection.in")}{" "}
        <Link to={`/collections/${product.collectionId}`} className="text-ui-fg-interactive">
          {product.collectionTitle ?? product.collectionId}
        </Link>
      </Text>
    )
  }
  return (
    <FormPart title={t("collection.title")} hint={t("collection.missing")}>
      <div className="grid grid-cols-1 gap-3 md:grid-cols-2">
        <Select value="" onValueChange={(id) => assign.mutate(id)} disabled={!collections.data?.collections.length}>
          <Select.Trigger aria-label={t("collection.choose")}>
            <Select.Value
              placeholder={t(collections.data?.collections.length ? "collection.choose" : "collection.none_yet")}
            />
          </Select.Trigger>
          <Select.Content>
            {(collections.data?.collections ?? []).map((collection) => (
              <Select.Item key={collection.id} value={collection.id}>
                {collection.title}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
        <div className="flex gap-2">
          <div className="flex-1">
            <Input
              value={title}
              onChange={(event) => setTitle(event.target.value)}
              placeholder={t("collection.new")}
              aria-label={t("collection.new")}
            />
          </div>
          <Button
            type="button"
            variant="secondary"
            size="small"
            disabled={title.trim() === ""}
            isLoading={create.isPending}
            onClick={() => create.mutate(title.trim())}
          >
            {t("collection.create")}
          </Button>
        </div>
      </div>
    </FormPart>
  )
}
