import type { Kind } from "../element.ts";
import { anything } from "../kind.ts";

const NAMES =
  "actor age agent apparel_type area artist author bathrooms bedrooms brand calories cholesterol color condition cooking_time course " +
  "course_date_range course_number course_times cuisine currency delivery_notes delivery_radius education employer ethnicity " +
  "event_date_range expiration_date expiration_date_time fiber format from_location gender hoa_dues id image_link immigration_status " +
  "interested_in isbn job_function job_industry job_type label listing_type location main_ingredient make manufacturer manufacturer_id " +
  "marital_status meal_type megapixels memory mileage model model_number name_of_item_being_reviewed news_source occupation pages " +
  "payment_accepted payment_notes pickup preparation_time price price_type processor_speed product_type property_type protein " +
  "publication_name publication_volume publish_date quantity rating review_type reviewer_type salary salary_type saturated_fat " +
  "school_district service_type servings sexual_orientation shipping size sodium subject subject_area tax_percent tax_region " +
  "to_location total_carbs total_fat travel_date_range university upc url_of_item_being_reviewed vehicle_type vin weight year";

/** Goods and classified advertisements, whose values nobody but their buyers judges. @see https://support.google.com/merchants/answer/7052112 */
export const googleBase: Readonly<Record<string, Kind>> = Object.fromEntries(
  NAMES.split(" ").map((name) => [`g:${name}`, anything]),
);
