// What the command line asks for, as plain structs: one for each command.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cli/context.h"
#include "cli/settings.h"
#include "cli/terminal.h"
#include "common/index/store_layout.h"
#include "operations/query_insight.h"
#include "searcher/evaluate/quality_metrics.h"
#include "searcher/searcher.h"

namespace pressmark {

enum class ReportFormat { text, json };
enum class SearchFormat { text, json, jsonl, urls };

// No command at all.
struct StartOptions {
  StoreLayout store;
};

// --help: text to print.
struct HelpOptions {
  std::string text;
};

// --version.
struct VersionOptions {};

struct IndexOptions {
  StoreLayout store;
  std::vector<std::string> sources;
  ConfiguredFetch fetch;
  ConfiguredLimits limits;
  ReportFormat format = ReportFormat::text;
};

struct ReindexOptions {
  Settings settings;
  std::vector<std::string> names;     // of sources; empty for all that are configured
  std::vector<std::string> accepted;  // gates
  std::string report;                 // a file, or empty for none
  bool is_full = false;
  bool is_dry_run = false;
  bool resumes = false;
  ReportFormat format = ReportFormat::text;
};

struct RollbackOptions {
  StoreLayout store;
  std::optional<std::int64_t> job;
  ReportFormat format = ReportFormat::text;
};

struct SearchOptions {
  StoreLayout store;
  SearchRequest request;
  RankingWeights weights;
  SearchFormat format = SearchFormat::text;
  ColorChoice color = ColorChoice::automatic;
  std::vector<std::string> warnings;  // about the command line
};

struct SuggestCommandOptions {
  StoreLayout store;
  std::string typed;
  ReportFormat format = ReportFormat::text;
  ColorChoice color = ColorChoice::automatic;
  std::vector<std::string> warnings;  // about the command line
};

struct ExplainOptions {
  StoreLayout store;
  SearchRequest request;
  RankingWeights weights;
  std::string post;  // its URL, the end of one, or its id
  ReportFormat format = ReportFormat::text;
  ColorChoice color = ColorChoice::automatic;
  std::vector<std::string> warnings;  // about the command line
};

struct ServeOptions {
  GivenSettings given;  // what else is in force is read by the command, at SIGHUP once more
  std::string listen;   // empty: as configured
  bool quiet = false;
  bool check = false;
};

struct StatsOptions {
  StoreLayout store;
  bool has_runs = false;  // what was done to the store, instead of what it holds
  ReportFormat format = ReportFormat::text;
};

// The least a metric has to reach.
struct QualityThreshold {
  QualityMetric metric;
  double minimum = 0;
};

// Either `judgements`, or `queries` and `qrels`.
struct EvalOptions {
  StoreLayout store;
  std::string judgements;
  std::string queries;
  std::string qrels;
  std::string exclude;  // a file, or empty for none
  RankingWeights weights;
  std::optional<RankingWeights> compared;  // those of --compare
  std::vector<QualityThreshold> thresholds;
  std::size_t max_missed = 0;
  std::size_t max_moved = 0;
  ReportFormat format = ReportFormat::text;
};

enum class InsightFormat { text, json, atom };

struct InsightOptions {
  Settings settings;
  InsightRequest request;
  InsightFormat format = InsightFormat::text;
};

struct CheckOptions {
  Settings settings;
  ReportFormat format = ReportFormat::text;
};

struct ForgetOptions {
  StoreLayout store;
  std::vector<std::string> names;  // URLs or ids
  ReportFormat format = ReportFormat::text;
};

struct MoveOptions {
  StoreLayout store;
  std::string from;
  std::string to;
  ReportFormat format = ReportFormat::text;
};

struct ExportOptions {
  StoreLayout store;
  std::string output;  // a file, or empty for standard output
};

struct ImportOptions {
  StoreLayout store;
  std::string file;  // "-" for standard input
  ReportFormat format = ReportFormat::text;
};

struct InitOptions {
  std::string file;  // "-" for standard output
  std::optional<std::filesystem::path> default_store;
};

struct ConfigOptions {
  Settings settings;
  ReportFormat format = ReportFormat::text;
};

using Options =
    std::variant<StartOptions, HelpOptions, VersionOptions, IndexOptions, ReindexOptions, RollbackOptions,
                 SearchOptions, SuggestCommandOptions, ExplainOptions, ServeOptions, StatsOptions,
                 EvalOptions, InsightOptions, CheckOptions, ForgetOptions, MoveOptions, ExportOptions,
                 ImportOptions, InitOptions, ConfigOptions>;

// Reads the command line, without the program's name, and the configuration that is in force.
// Throws Error{usage} and Error{bad_configuration}.
[[nodiscard]] Options parse_arguments(std::vector<std::string> const& arguments,
                                      Environment const& environment);

}  // namespace pressmark
