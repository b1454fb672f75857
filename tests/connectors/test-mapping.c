/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bell-error.h"
#include "connector-tests.h"

#include <string.h>

#define HEAD "\"format\":\"deskbell-stay-mapping\",\"version\":1,\"id\":\"x\",\"title\":\"X\""
#define NEEDED "\"confirmation\":{\"column\":\"C\"},\"arrival\":{\"column\":\"A\"},\"departure\":{\"column\":\"D\"}"
#define FIELDS(more) "{" HEAD ",\"fields\":{" NEEDED more "}}"

static BellMapping *
parse (const char  *json,
       GError     **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new (json, strlen (json));

  return bell_mapping_new_from_json (bytes, "x.json", error);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *json;
    const char *message;
  } cases[] = {
    { "{", "x.json: $: *" },
    { "[]", "x.json: $: must be an object." },
    { "{}", "x.json: $.format: must be *" },
    { "{\"format\":\"deskbell-stay-mapping\"}", "x.json: $.version: is missing." },
    { "{\"format\":\"deskbell-stay-mapping\",\"version\":2}", "x.json: $.version: must be from 0 to 1." },
    { "{\"format\":\"deskbell-stay-mapping\",\"version\":1}", "x.json: $.id: must be a text." },
    { "{" HEAD ",\"colour\":1}", "x.json: $: “colour” is not known here; known are *" },
    { "{" HEAD "}", "x.json: $.fields: must be an object." },
    { "{" HEAD ",\"fields\":{}}", "x.json: $.fields.confirmation: is missing." },
    { "{" HEAD ",\"fields\":{\"surname\":{\"column\":\"S\"}}}", "x.json: $.fields.surname: is no field of a stay." },
    { "{" HEAD ",\"dates\":{\"order\":\"ydm\"}}", "x.json: $.dates.order: must be auto, *" },
    { "{" HEAD ",\"dates\":{\"two-digit-years-from\":100}}", "x.json: $.dates.two-digit-years-from: must be from 0 to 99." },
    { "{" HEAD ",\"file\":{\"delimiter\":\",\"}}", "x.json: $.file.delimiter: must be auto, *" },
    { "{" HEAD ",\"file\":{\"encoding\":\"ebcdic\"}}", "x.json: $.file.encoding: must be auto, *" },
    { "{" HEAD ",\"empty\":[1]}", "x.json: $.empty[0]: must be a text." },
    { FIELDS (",\"phone\":{}"), "x.json: $.fields.phone: must have exactly one of *" },
    { FIELDS (",\"phone\":{\"column\":\"P\",\"constant\":\"1\"}"), "x.json: $.fields.phone: must have exactly one of *" },
    { FIELDS (",\"phone\":{\"column\":\"\"}"), "x.json: $.fields.phone.column: “” cannot be the name of a column." },
    { FIELDS (",\"phone\":{\"column\":[]}"), "x.json: $.fields.phone.column: must name at least one column." },
    { FIELDS (",\"phone\":{\"column\":7}"), "x.json: $.fields.phone.column: must be a text or a list of texts." },
    { FIELDS (",\"phone\":{\"colunm\":\"P\"}"), "x.json: $.fields.phone: “colunm” is not known here; known are *" },
    { FIELDS (",\"notes\":{\"join\":\"N\"}"), "x.json: $.fields.notes.join: must be a list of columns." },
    { FIELDS (",\"notes\":{\"join\":[\"N\",{\"before\":\"x\"}]}"), "x.json: $.fields.notes.join[1].column: must be *" },
    { FIELDS (",\"phone\":{\"column\":\"P\",\"separator\":\" \"}"), "x.json: $.fields.phone: “separator” is only for a join." },
    { FIELDS (",\"phone\":{\"sum\":[\"P\"]}"), "x.json: $.fields.phone.sum: this field cannot be had in this way." },
    { FIELDS (",\"status\":{\"constant\":\"gone\"}"), "x.json: $.fields.status.constant: “gone” is no status of a stay." },
    { FIELDS (",\"status\":{\"column\":\"S\",\"values\":{\"X\":\"gone\"}}"), "x.json: $.fields.status.values[\"X\"]: “gone” is *" },
    { FIELDS (",\"vip\":{\"column\":\"V\",\"values\":{\"a\":\"1\",\"A \":\"2\"}}"), "x.json: $.fields.vip.values[\"A \"]: is there twice." },
    { FIELDS (",\"vip\":{\"column\":\"V\",\"required\":\"yes\"}"), "x.json: $.fields.vip.required: must be true or false." },
    { FIELDS (",\"vip\":{\"column\":\"V\",\"unlisted\":\"drop\"}"), "x.json: $.fields.vip.unlisted: must be refuse, *" },
    { "{" HEAD ",\"fields\":{\"arrival\":{\"date\":{\"year\":\"Y\",\"month\":\"M\"}}}}", "x.json: $.fields.arrival.date.day: is missing." },
    { "{" HEAD ",\"fields\":{\"confirmation\":{\"reference\":{\"columns\":[\"C\"]}}}}",
      "x.json: $.fields.confirmation.reference.prefix: must be a text." },
    { "\xFF", "x.json: $: is no JSON text *" },
    { "", "x.json: $: is no JSON text *" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", cases[i].message);
      g_assert_null (parse (cases[i].json, &error));
      g_assert_error (error, BELL_ERROR, BELL_ERROR_INPUT);
      g_assert_nonnull (bell_error_get_hint (error));
      if (!g_pattern_match_simple (cases[i].message, error->message))
        g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

static void
test_saved (gconstpointer id)
{
  g_autoptr(BellMapping) mapping = load_shipped_mapping (id);
  g_autoptr(BellMapping) copy = bell_mapping_copy (mapping);
  g_autofree char *json = bell_mapping_to_json (mapping);
  g_autofree char *json_of_copy = bell_mapping_to_json (copy);
  g_autofree char *json_again = NULL;
  g_autoptr(BellMapping) again = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpstr (bell_mapping_get_id (mapping), ==, id);
  g_assert_cmpstr (json, ==, json_of_copy);

  again = parse (json, &error);
  g_assert_no_error (error);
  json_again = bell_mapping_to_json (again);
  g_assert_cmpstr (json, ==, json_again);
}

/* A mapping put together as the window does it. */
static BellMapping *
make_own (void)
{
  const char *const confirmation[] = { "Ref|Reference", NULL };
  const char *const arrival[] = { "Y", "M", "D", NULL };
  const char *const nights[] = { "N", NULL };
  const char *const names[] = { "Given", "Family", NULL };
  const char *const vip[] = { "V", NULL };
  BellMapping *mapping = bell_mapping_new ("own", "Our own list");

  bell_mapping_set_source (mapping, BELL_STAY_FIELD_CONFIRMATION, BELL_SOURCE_COLUMN, confirmation, NULL);
  bell_mapping_set_source (mapping, BELL_STAY_FIELD_ARRIVAL, BELL_SOURCE_DATE, arrival, NULL);
  bell_mapping_set_source (mapping, BELL_STAY_FIELD_DEPARTURE, BELL_SOURCE_NIGHTS, nights, NULL);
  bell_mapping_set_source (mapping, BELL_STAY_FIELD_LAST_NAME, BELL_SOURCE_JOIN, names, " ");
  bell_mapping_set_source (mapping, BELL_STAY_FIELD_PROPERTY, BELL_SOURCE_CONSTANT, NULL, "Sea View");
  bell_mapping_set_source (mapping, BELL_STAY_FIELD_VIP, BELL_SOURCE_COLUMN, vip, NULL);
  bell_mapping_add_value (mapping, BELL_STAY_FIELD_VIP, "1", "gold");
  bell_mapping_add_value (mapping, BELL_STAY_FIELD_VIP, "", "none");
  bell_mapping_set_required (mapping, BELL_STAY_FIELD_LAST_NAME, TRUE);

  return mapping;
}

static void
test_sources (void)
{
  g_autoptr(BellMapping) made = make_own ();
  g_autofree char *json = bell_mapping_to_json (made);
  g_autoptr(GError) error = NULL;
  g_autoptr(BellMapping) mapping = parse (json, &error);
  g_auto(GStrv) columns = NULL;
  static const char text[] =
    "Reference;Y;M;D;N;Given;Family;V\n"
    "R1;2026;February;28;2;Ann;Lee;1\n"
    "R2;2026;12;31;0;;Lee;\n"
    "R3;2026;13;1;1;Ann;Lee;1\n"
    "R4;2026;1;1;x;Ann;Lee;1\n"
    "R5;2026;1;1;1;;;1\n"
    "R6;2026;1;1;1;Ann;Lee;2\n";
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr(BellStayFile) file = NULL;
  g_autofree char *told = NULL;

  g_assert_no_error (error);
  columns = bell_mapping_get_columns (mapping, BELL_STAY_FIELD_CONFIRMATION);
  g_assert_cmpstr (columns[0], ==, "Ref|Reference");
  g_assert_cmpstr (bell_mapping_get_text (mapping, BELL_STAY_FIELD_PROPERTY), ==, "Sea View");

  file = bell_stay_file_new_for_bytes (bytes, mapping, BELL_DATE_ORDER_AUTO);
  told = tell_stays (file);
  g_assert_cmpstr (told, ==,
                   "ok 2 R1 Ann Lee 2026-02-28 2026-03-02\n"
                   "ok 3 R2 Lee 2026-12-31 2026-12-31\n"
                   "no 4.2 There is no such day.\n"
                   "no 5.5 This is not a number from 0 to 999.\n"
                   "no 6.6 Last name is missing.\n"
                   "no 7.8 The mapping does not say what this value means.\n"
                   "read 6 good 2 repeated 0 refused 4\n");
}

static void
test_unsuited (void)
{
  g_autoptr(BellMapping) mapping = make_own ();
  const char *const columns[] = { "N", NULL };
  g_autoptr(GError) error = NULL;

  g_assert_true (bell_mapping_check (mapping, &error));
  bell_mapping_set_source (mapping, BELL_STAY_FIELD_ARRIVAL, BELL_SOURCE_NIGHTS, columns, NULL);
  g_assert_false (bell_mapping_check (mapping, &error));
  g_assert_error (error, BELL_ERROR, BELL_ERROR_INPUT);
  g_clear_error (&error);

  bell_mapping_set_source (mapping, BELL_STAY_FIELD_ARRIVAL, BELL_SOURCE_NONE, NULL, NULL);
  g_assert_false (bell_mapping_check (mapping, &error));
  g_assert_error (error, BELL_ERROR, BELL_ERROR_INPUT);
}

void
add_mapping_tests (void)
{
  g_test_add_func ("/mapping/refused with place", test_refused);
  g_test_add_data_func ("/mapping/saved and loaded/arrivals-in-house", "arrivals-in-house", test_saved);
  g_test_add_data_func ("/mapping/saved and loaded/hotel-booking-data", "hotel-booking-data", test_saved);
  g_test_add_func ("/mapping/sources", test_sources);
  g_test_add_func ("/mapping/source that does not suit its field", test_unsuited);
}
