/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "bell-error.h"
#include "bell-permissions.h"
#include "rules-common.h"

/* What permissions.txt says of one role: the widest reach for each kind and action (-1: forbidden; the last kind stands for none). */
typedef struct
{
  char *role;
  guint classes;
  int reach[17][BELL_N_ACTIONS];
} Expected;

static const BellAction without_kind[] = {
  BELL_ACTION_SPOT_CHECK,
  BELL_ACTION_HANDOVER,
  BELL_ACTION_REPORT,
  BELL_ACTION_SEE_STAYS,
  BELL_ACTION_SEE_GUESTS,
  BELL_ACTION_IMPORT,
  BELL_ACTION_MANAGE_STAFF,
  BELL_ACTION_MANAGE_SHIFTS,
  BELL_ACTION_MANAGE_ROLES,
  BELL_ACTION_CHANGE_DEFINITIONS,
  BELL_ACTION_AUDIT,
  BELL_ACTION_ERASE,
  BELL_ACTION_EXPORT_GUEST,
  BELL_ACTION_REVEAL,
  BELL_ACTION_BACKUP,
  BELL_ACTION_SYNC,
};

static gboolean
concerns_kind (BellAction action)
{
  for (guint i = 0; i < G_N_ELEMENTS (without_kind); i++)
    if (without_kind[i] == action)
      return FALSE;
  return TRUE;
}

static void
allow (Expected   *expected,
       guint       kind,
       BellReach   reach,
       const char *actions)
{
  g_auto(GStrv) words = g_strsplit (actions, " ", -1);

  for (int i = 0; words[i] != NULL; i++)
    {
      int action = 0;

      if (words[i][0] == '\0')
        continue;
      if (g_str_equal (words[i], "work"))
        {
          allow (expected, kind, reach, "view create edit check move propose raise");
          continue;
        }
      g_assert_true (bell_enum_from_nick (BELL_TYPE_ACTION, words[i], &action));
      expected->reach[kind][action] = MAX (expected->reach[kind][action], (int) reach);
    }
}

static void
read_line (Expected   *expected,
           const char *left,
           const char *actions)
{
  GPtrArray *kinds = bell_definitions_kinds (test_definitions ());
  g_auto(GStrv) words = g_strsplit (left, " ", -1);
  BellReach reach = g_str_equal (words[0], "department") ? BELL_REACH_DEPARTMENT : BELL_REACH_PROPERTY;

  if (g_str_equal (words[0], "any"))
    {
      allow (expected, 16, BELL_REACH_PROPERTY, actions);
      return;
    }
  for (guint i = 0; i < kinds->len; i++)
    {
      const BellKind *kind = kinds->pdata[i];

      if (g_strv_contains ((const char *const *) words, kind->id) || g_strv_contains ((const char *const *) words, "all") ||
          g_strv_contains ((const char *const *) words, kind->setup ? "setup" : "guest"))
        allow (expected, i, reach, actions);
    }
}

static void
expected_free (Expected *expected)
{
  g_free (expected->role);
  g_free (expected);
}

static GPtrArray *
read_table (void)
{
  GPtrArray *table = g_ptr_array_new_with_free_func ((GDestroyNotify) expected_free);
  g_autofree char *text = test_data ("permissions.txt");
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  Expected *expected = NULL;

  for (int i = 0; lines[i] != NULL; i++)
    {
      char *colon = strchr (lines[i], ':');

      if (lines[i][0] == '#' || colon == NULL)
        continue;
      *colon = '\0';
      if (g_str_has_prefix (lines[i], "role "))
        {
          g_auto(GStrv) classes = g_strsplit (colon + 2, " ", -1);

          expected = g_new0 (Expected, 1);
          expected->role = g_strdup (lines[i] + strlen ("role "));
          memset (expected->reach, -1, sizeof expected->reach);
          for (int j = 0; classes[j] != NULL; j++)
            {
              int class_ = 0;

              g_assert_true (bell_enum_from_nick (BELL_TYPE_CLASS, classes[j], &class_));
              expected->classes |= BELL_CLASS_BIT (class_);
            }
          g_ptr_array_add (table, expected);
        }
      else
        read_line (expected, lines[i], colon + 1);
    }

  return table;
}

static void
check_one (const Expected *expected,
           const BellKind *kind,
           guint           row,
           BellAction      action,
           BellClass       class_)
{
  for (int own_department = 0; own_department < 2; own_department++)
    for (int is_own = 0; is_own < 2; is_own++)
      {
        BellAsk ask = { .roles = expected->role, .department = "housekeeping", .action = action, .kind = kind != NULL ? kind->id : NULL, .class_ = class_, .of_department = kind == NULL ? NULL : own_department ? "housekeeping"
                                                                                                                                                                                                                 : "engineering",
                        .is_own = is_own };
        int reach = expected->reach[row][action];
        gboolean sees = class_ == BELL_CLASS_OPS || (expected->classes & BELL_CLASS_BIT (class_)) != 0;
        gboolean wanted = sees && (reach == BELL_REACH_PROPERTY || (reach == BELL_REACH_DEPARTMENT && (own_department || is_own)) ||
                                   (is_own && action == BELL_ACTION_VIEW && kind != NULL));
        g_autoptr(GError) error = NULL;
        gboolean may = bell_permissions_check (test_definitions (), &ask, &error);

        if (may != wanted)
          g_error ("%s, %s on %s, class %s, department %d, own %d: %d", expected->role, bell_enum_nick (BELL_TYPE_ACTION, action),
                   kind != NULL ? kind->id : "nothing", bell_enum_nick (BELL_TYPE_CLASS, class_), own_department, is_own, may);
        if (!may)
          test_refused (&error, BELL_ERROR_FORBIDDEN);
        else
          g_assert_no_error (error);
      }
}

/* Role × kind × class × action, with and without the own department and the own record. */
static void
test_all (void)
{
  g_autoptr(GPtrArray) table = read_table ();
  GPtrArray *kinds = bell_definitions_kinds (test_definitions ());

  g_assert_cmpuint (table->len, ==, bell_definitions_roles (test_definitions ())->len);
  for (guint i = 0; i < table->len; i++)
    {
      const Expected *expected = table->pdata[i];

      g_assert_cmpuint (bell_permissions_classes (test_definitions (), expected->role), ==, expected->classes);
      for (int action = 0; action < BELL_N_ACTIONS; action++)
        {
          gboolean any = expected->reach[16][action] >= 0;

          for (guint j = 0; j < kinds->len && concerns_kind (action); j++)
            {
              any |= expected->reach[j][action] >= 0;
              g_assert_cmpint (bell_permissions_reach (test_definitions (), expected->role, action, ((BellKind *) kinds->pdata[j])->id), ==,
                               expected->reach[j][action]);
              for (int class_ = 0; class_ <= BELL_CLASS_PRIVATE; class_++)
                check_one (expected, kinds->pdata[j], j, action, class_);
            }
          if (!concerns_kind (action))
            check_one (expected, NULL, 16, action, BELL_CLASS_OPS);
          g_assert_cmpint (bell_permissions_has (test_definitions (), expected->role, action), ==, any);
        }
    }
}

static void
test_roles_together (void)
{
  BellDefinitions *definitions = test_definitions ();
  BellAsk ask = { .roles = "supervisor front-desk", .department = "housekeeping", .action = BELL_ACTION_VIEW, .kind = "guest-request", .class_ = BELL_CLASS_IDENTITY, .of_department = "engineering" };

  g_assert_true (bell_permissions_check (definitions, &ask, NULL));
  g_assert_cmpint (bell_permissions_limit (definitions, "supervisor front-desk", "EUR", BELL_MONEY_KIND_REFUND), ==, 15000);
  g_assert_cmpint (bell_permissions_limit (definitions, "line-staff general-manager", "THB", BELL_MONEY_KIND_REFUND), ==, -1);
  g_assert_cmpint (bell_permissions_limit (definitions, "", "EUR", BELL_MONEY_KIND_REFUND), ==, 0);
  g_assert_cmpint (bell_permissions_rank (definitions, "line-staff supervisor"), ==, 40);
  ask.roles = "cook king";
  g_assert_false (bell_permissions_check (definitions, &ask, NULL));
  ask.roles = NULL;
  g_assert_false (bell_permissions_check (definitions, &ask, NULL));
  g_assert_true (bell_roles_has ("front-desk auditor", "auditor"));
  g_assert_false (bell_roles_has ("front-desk-lead", "front-desk"));
  g_assert_false (bell_roles_has (NULL, "front-desk"));
}

/* Nobody raises their own rights, and nobody hands out a rank above their own; only the administrator gives any role, to others. */
static void
test_role_changes (void)
{
  GPtrArray *roles = bell_definitions_roles (test_definitions ());
  BellId me = test_id (1);
  BellId other = test_id (2);

  for (guint i = 0; i < roles->len; i++)
    for (guint j = 0; j < roles->len; j++)
      for (guint k = 0; k < roles->len; k++)
        {
          const BellRole *actor = roles->pdata[i], *before = roles->pdata[j], *after = roles->pdata[k];
          gboolean manages = g_str_equal (actor->id, "general-manager") || g_str_equal (actor->id, "administrator");
          gboolean wanted = manages && (g_str_equal (actor->id, "administrator") || (before->rank <= 80 && after->rank <= 80));
          g_autoptr(GError) error = NULL;

          g_assert_cmpint (bell_permissions_check_role_change (test_definitions (), &me, actor->id, &other, before->id, after->id, &error),
                           ==, wanted);
          if (!wanted)
            test_refused (&error, BELL_ERROR_FORBIDDEN);
          g_assert_false (bell_permissions_check_role_change (test_definitions (), &me, actor->id, &me, before->id, after->id, &error));
          test_refused (&error, BELL_ERROR_FORBIDDEN);
        }
  {
    g_autoptr(GError) error = NULL;

    g_assert_false (bell_permissions_check_role_change (test_definitions (), &me, "administrator", NULL, NULL, "wizard", &error));
    test_refused (&error, BELL_ERROR_INPUT);
    g_assert_false (bell_permissions_check_role_change (test_definitions (), &me, "administrator", NULL, NULL, " ", &error));
    test_refused (&error, BELL_ERROR_INPUT);
    g_assert_true (bell_permissions_check_role_change (test_definitions (), &me, "administrator", NULL, NULL, "front-desk auditor", &error));
  }
}

static void
test_rank (void)
{
  g_autoptr(GHashTable) texts = test_texts ();
  g_autoptr(BellDefinitions) definitions = NULL;
  g_autoptr(GError) error = NULL;
  GString *text = g_string_new (g_hash_table_lookup (texts, "roles"));
  BellId me = test_id (1);
  BellId other = test_id (2);

  g_assert_cmpuint (g_string_replace (text, "\"rank\": 80", "\"rank\": 65", 0), ==, 1);
  g_hash_table_insert (texts, g_strdup ("roles"), g_string_free (text, FALSE));
  definitions = bell_definitions_new (texts, NULL);
  g_assert_true (bell_permissions_check_role_change (definitions, &me, "general-manager", &other, "finance", "duty-manager", &error));
  g_assert_false (bell_permissions_check_role_change (definitions, &me, "general-manager", &other, "finance", "administrator", &error));
  test_refused (&error, BELL_ERROR_FORBIDDEN);
  g_assert_false (bell_permissions_check_role_change (definitions, &me, "general-manager", &other, "group", "finance", &error));
  test_refused (&error, BELL_ERROR_FORBIDDEN);
  g_assert_true (bell_permissions_check_role_change (definitions, &me, "administrator", &other, "group", "general-manager", &error));
}

void
add_permissions_tests (void)
{
  g_test_add_func ("/rules/permissions/all", test_all);
  g_test_add_func ("/rules/permissions/roles-together", test_roles_together);
  g_test_add_func ("/rules/permissions/role-changes", test_role_changes);
  g_test_add_func ("/rules/permissions/rank", test_rank);
}
