import type { AxiosError } from "axios"

export interface Refusal {
  status: number
  type: string
  message: string
}

/** How a request was refused; fails where it was not. */
export async function refusalOf(request: Promise<unknown>): Promise<Refusal> {
  const error: AxiosError<Omit<Refusal, "status">> = await request.then(
    () => Promise.reject(new Error("The request was not refused")),
    (reason) => reason,
  )
  if (!error.response) {
    throw error
  }
  const { status, data } = error.response
  return { status, type: data.type, message: data.message }
}
