import type { ExitSettingsAnswer } from "../../../../contracts/billing/exits/exits"

/** The settings of the exit pages as the form has them: days are typed. */
export interface ExitSettingsForm {
  regions: {
    region_id: string
    name: string
    cancel: boolean
    withdraw: boolean
    automatic: boolean
    withdrawal_days: string
  }[]
}

export const toExitForm = ({ regions }: ExitSettingsAnswer): ExitSettingsForm => ({
  regions: regions.map(({ urls: _urls, withdrawal_days, ...region }) => ({
    ...region,
    withdrawal_days: String(withdrawal_days),
  })),
})

export const toExitBody = ({ regions }: ExitSettingsForm) => ({
  regions: regions.map(({ name: _name, withdrawal_days, ...region }) => ({
    ...region,
    withdrawal_days: Number(withdrawal_days),
  })),
})

export const MOST_WITHDRAWAL_DAYS = 400

export const isWithdrawalDays = (typed: string): boolean =>
  /^\d{1,3}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= MOST_WITHDRAWAL_DAYS
