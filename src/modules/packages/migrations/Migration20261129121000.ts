import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What one piece of a booked line needs, so that a line's part that comes back frees its part of the booking. */
export class Migration20261129121000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table if exists "packages_booking" add column if not exists "required_quantity" numeric not null
      default 1, add constraint "packages_booking_required_quantity_check" check (required_quantity > 0);`)
    this.addSql(`create index if not exists "IDX_packages_booking_booked" on "packages_booking" (blocked_to)
      where ((state = 'booked') and (blocked_to is not null));`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_packages_booking_booked";`)
    this.addSql(`alter table if exists "packages_booking" drop column if exists "required_quantity";`)
  }
}
