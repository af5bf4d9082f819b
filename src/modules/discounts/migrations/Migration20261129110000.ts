import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const CHANNELS = "'cart', 'quick_order', 'draft_order', 'order_edit', 'simulator'"

/** What an exchange or a claim sells has records of its own. */
export class Migration20261129110000 extends Migration {
  override async up(): Promise<void> {
    this.allow(`${CHANNELS}, 'exchange', 'claim'`)
  }

  override async down(): Promise<void> {
    this.addSql(`update discounts_record set channel = 'order_edit'
      where channel in ('exchange', 'claim') and placed_at is null;`)
    this.addSql(`alter table discounts_record drop constraint if exists "discounts_record_channel_check";`)
    this.addSql(`alter table discounts_record add constraint "discounts_record_channel_check"
      check (channel in (${CHANNELS})) not valid;`)
  }

  private allow(channels: string): void {
    this.addSql(`alter table discounts_record drop constraint if exists "discounts_record_channel_check";`)
    this.addSql(`alter table discounts_record add constraint "discounts_record_channel_check"
      check (channel in (${channels}));`)
  }
}
