import type { ReactNode } from "react"
import { ErrorPanel } from "./error-panel"
import { LoadingRows } from "./loading-rows"

interface LoadedProps<T> {
  query: { data: T | undefined; error: unknown; isError: boolean; refetch: () => unknown }
  rows?: number
  children: (data: T) => ReactNode
}

/** Rows on their way, what the server said if it refused, or the thing itself. Old data stays while new is fetched. */
export function Loaded<T>({ query, rows, children }: LoadedProps<T>) {
  if (query.data !== undefined) {
    return <>{children(query.data)}</>
  }
  if (query.isError) {
    return <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />
  }
  return <LoadingRows rows={rows} />
}
