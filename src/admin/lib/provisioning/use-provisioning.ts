import { useQuery } from "@tanstack/react-query"
import type { ProductAnswer, ProvidersAnswer } from "../../../contracts/provisioning/products"
import type { DriftAnswer, ServerAnswer } from "../../../contracts/provisioning/servers"
import type { CustomerMark, ServiceDetailAnswer, ServiceListAnswer } from "../../../contracts/provisioning/services"
import { queryKeys } from "../query-keys"
import { sdk } from "../sdk"

const AT = "/admin/provisioning"
/** While a call is under way, it is looked at again. */
const AGAIN = 4000

export const useService = (id: string) =>
  useQuery({
    queryKey: [...queryKeys.services, "detail", id],
    queryFn: () => sdk.client.fetch<{ service: ServiceDetailAnswer }>(`${AT}/services/${id}`),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.service.calls.some(({ status }) => status === "waiting" || status === "running") ? AGAIN : false,
  })

/** Services of a provider that are not created yet, the latest first. */
export const useUnmadeServices = (providerId: string) =>
  useQuery({
    queryKey: [...queryKeys.services, "unmade", providerId],
    queryFn: () =>
      sdk.client.fetch<ServiceListAnswer>(`${AT}/services`, {
        query: { status: ["pending", "failed"], provider_id: [providerId], limit: 100 },
      }),
    staleTime: 0,
  })

/** Active providers with their forms. */
export const useProviders = () =>
  useQuery({
    queryKey: [...queryKeys.services, "providers"],
    queryFn: () => sdk.client.fetch<ProvidersAnswer>(`${AT}/providers`),
  })

export const useServers = () =>
  useQuery({
    queryKey: [...queryKeys.services, "servers"],
    queryFn: () => sdk.client.fetch<{ servers: ServerAnswer[] }>(`${AT}/servers`),
    staleTime: 0,
  })

/** How a provider makes a product; read anew for each form. */
export const useProvisionedProduct = (productId: string, providerId: string) =>
  useQuery({
    queryKey: [...queryKeys.services, "product", productId, providerId],
    queryFn: () =>
      sdk.client.fetch<{ product: ProductAnswer }>(`${AT}/products/${productId}`, {
        query: { provider_id: providerId },
      }),
    enabled: providerId !== "",
    staleTime: 0,
    gcTime: 0,
  })

/** What differs between a server and what is known of it: asked of its provider each time. */
export const useDrift = (serverId: string) =>
  useQuery({
    queryKey: [...queryKeys.services, "drift", serverId],
    queryFn: () => sdk.client.fetch<DriftAnswer>(`${AT}/servers/${serverId}/drift`),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })

export const useCustomerMark = (customerId: string) =>
  useQuery({
    queryKey: [...queryKeys.services, "customer", customerId],
    queryFn: () => sdk.client.fetch<{ customer: CustomerMark }>(`${AT}/customers/${customerId}`),
  })
