// Explanations made by hand, for the tests of their presentations.
#pragma once

#include "searcher/results/explanation.h"

namespace pressmark {

// A post in second place, behind one with a better section.
inline Explanation sample_place() {
  return {.query = "the ledger",
          .id = "5f",
          .url = "https://example.org/ledger",
          .title = "Größe of a <ledger>",
          .rank = 2,
          .total = 7,
          .all_words_total = 2,
          .words = {{.text = "the", .set_aside = true, .posts = 9, .weight = 0.01},
                    {.text = "ledger",
                     .posts = 4,
                     .weight = 1.25,
                     .forms = {{"ledger", "as typed", {{"title", 1}, {"text", 2}}},
                               {"ledgers", "same stem", {{"text", 1}}}},
                     .defined = true}},
          .ranked = {.rank = 2,
                     .url = "https://example.org/ledger",
                     .title = "Größe of a <ledger>",
                     .score = 0.8,
                     .has_all_words = true,
                     .parts = {{"first stage", 1, 0.75}, {"best section", 0.5, 1}}},
          .first_stage = {{"ledger", 2.5}, {"in title", 0.25}},
          .sections = {{.heading = "Growing",
                        .url = "https://example.org/ledger#growing",
                        .asked_for = true,
                        .score = 1.8,
                        .parts = {{"body", 0.5, 2}, {"heading", 0.5, 1.6}, {"proximity", 0, 1}},
                        .factors = {{"coverage", 1}}},
                       {.url = "https://example.org/ledger",
                        .score = 0.7,
                        .parts = {{"body", 0.5, 2}},
                        .factors = {{"general heading", 0.7}}}},
          .above = {{.rank = 1,
                     .url = "https://example.org/first",
                     .title = "The first",
                     .score = 1,
                     .has_all_words = true,
                     .parts = {{"first stage", 0.8, 0.75}, {"best section", 0.9625, 1}}}},
          .version = "0001.5"};
}

// A post that lacks a word and is too old, for a query that finds others.
inline Explanation sample_absence() {
  return {.query = "ledgr after:2026",
          .id = "5f",
          .url = "https://example.org/ledger",
          .title = "Größe of a <ledger>",
          .total = 1,
          .words = {{.text = "ledgr", .weight = 4, .near = {"ledger"}}},
          .obstacles = {{.kind = ObstacleKind::date, .asked = {"2026-01-01", ""}, .found = {"2024-05-02"}},
                        {.kind = ObstacleKind::word, .asked = {"ledgr"}, .found = {"ledger"}}},
          .version = "0001.5"};
}

}  // namespace pressmark
