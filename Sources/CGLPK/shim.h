// SPDX-License-Identifier: GPL-3.0-or-later
// GLPK, the GNU Linear Programming Kit, as Swift sees it.
#pragma once
#include <glpk.h>
