/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Made by extract.py from the definitions; compiled into nothing. A word in braces is the name of a field. */

/* workflows/boutique.json */
N_("Boutique")
N_("The guest moment is linked with the department action behind it.")
N_("Accountability")
N_("Calmer service recovery")

/* workflows/crm.json */
N_("CRM")
N_("Every guest request kept with what was promised, preferred and answered.")
N_("Less manual reconciliation")
N_("Consistency")
N_("Daily department activity becomes usable management data.")

/* workflows/customer-journey.json */
N_("Customer Journey Automation")
N_("Property setup: {step} {code}")

/* workflows/guest-experience.json */
N_("Guest Experience")
N_("Status details stay connected to real service moments.")
N_("Fewer repeated guest questions")
N_("Timing problems easy to spot")
N_("Follow-up: {purpose}")

/* workflows/package.json */
N_("Exceptions are handled without losing the normal flow.")
N_("Urgent items stay visible")
N_("Fair staff follow-up")
N_("{action} {programme}")
