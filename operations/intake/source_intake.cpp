// Parses the documents of a source into one transaction of the archive.
#include "operations/intake/source_intake.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>

#include "common/base/byte_stream.h"
#include "common/base/error.h"
#include "common/url/url.h"
#include "indexer/parse/opml.h"
#include "indexer/parse/site.h"
#include "indexer/source/directory.h"
#include "indexer/source/source.h"

namespace pressmark {
namespace {

// Thrown to undo a batch that has only been tried.
struct DryRun {
  BatchEffect effect;
};

bool is_of_source(Error const& error) {
  return error.code() == ErrorCode::source_missing || error.code() == ErrorCode::bad_source ||
         error.code() == ErrorCode::gate_failed;
}

// "site" for "./site/", so that a directory is one source however it is written.
std::string directory_name(std::string const& name) {
  auto const path = std::filesystem::path(name).lexically_normal();
  return (path.has_filename() ? path : path.parent_path()).string();
}

// Gives what `work` gives; an Error of the source goes into `report` instead.
template <typename Work>
void attempt(SourceReport& report, Work&& work) {
  try {
    work();
  } catch (Error const& error) {
    if (!is_of_source(error)) throw;
    report.outcome = error.code() == ErrorCode::gate_failed ? SourceOutcome::kept_out : SourceOutcome::failed;
    report.failure = error;
  }
}

// Adds what reading one more document of a source told.
void add(FeedReport&& part, FeedReport& total) {
  total.posts += part.posts;
  total.skipped += part.skipped;
  total.has_waiting = total.has_waiting || part.has_waiting;
  total.is_cut_off = total.is_cut_off || part.is_cut_off;
  total.problem_count += part.problem_count - part.problems.size();
  for (auto& problem : part.problems) total.note(std::move(problem));
}

}  // namespace

SourceIntake::SourceIntake(std::function<Archive&()> open_archive, IntakeOptions const& options)
    : open_archive_(std::move(open_archive)), options_(options) {}

std::vector<Source> SourceIntake::read_local(Source const& source) {
  auto const name = source.name();
  std::vector<Source> on_web;
  std::error_code unknown;
  if (std::filesystem::is_directory(name, unknown)) {
    read_directory(source, directory_name(name));
    return on_web;
  }
  SourceReport report{.name = source_name(name)};
  bool is_list = false;
  attempt(report, [&] {
    auto const options = parse_options(source, report.name);
    auto const bytes = open_source(name, options.limits, options_.should_stop);
    is_list = is_feed_list(*bytes, options);
    if (is_list) {
      on_web = read_list(parse_opml(*bytes, options), source);
    } else {
      read_bytes(*bytes, source, options, report);
    }
  });
  if (!is_list || report.failure) note_local(std::move(report));
  return on_web;
}

// The list's paths are relative to it. A list in a list is no feed.
std::vector<Source> SourceIntake::read_list(std::vector<ListedFeed> const& feeds, Source const& list) {
  std::vector<Source> on_web;
  for (auto const& feed : feeds) {
    auto listed = list;
    if (is_web_url(feed.url)) {
      listed.url = feed.url;
      listed.path.clear();
      on_web.push_back(std::move(listed));
    } else {
      listed.path = list.path.parent_path() / feed.url;
      read_file(listed);
    }
  }
  if (feeds.empty()) {
    throw Error(ErrorCode::bad_source, list.name() + " lists no feed that can be read",
                "an outline names a feed by its xmlUrl");
  }
  return on_web;
}

void SourceIntake::read_file(Source const& source) {
  SourceReport report{.name = source.name()};
  attempt(report, [&] {
    auto const options = parse_options(source, report.name);
    read_bytes(*open_source(report.name, options.limits, options_.should_stop), source, options, report);
  });
  note_local(std::move(report));
}

void SourceIntake::read_bytes(ByteStream& bytes, Source const& source, ParseOptions const& options,
                              SourceReport& report) {
  take_into_archive({.is_complete = source.mirror}, report,
                    [&](TakePost const& take) { return parse_source(bytes, options, take); });
}

void SourceIntake::read_directory(Source const& source, std::string const& name) {
  SourceReport report{.name = name};
  attempt(report, [&] {
    PageOptions options{parse_options(source, name), {}};
    options.layout.root = name;
    options.layout.base_url = source.base_url;
    options.layout.permalink = source.permalink;
    auto const files = list_directory(name, options.limits);
    auto const open = [&](std::string const& path) {
      return open_source(path, options.limits, options_.should_stop);
    };
    take_into_archive({.is_complete = source.mirror}, report,
                      [&](TakePost const& take) { return parse_site(files, open, options, take); });
  });
  note_local(std::move(report));
}

void SourceIntake::read_web(WebSource&& source, DocumentSpool const& spool) {
  SourceReport report{.name = source.source.name(), .outcome = source.outcome, .failure = source.failure};
  for (auto& problem : source.problems) report_.note(std::move(problem));
  report_.problem_count += source.problem_count - source.problems.size();
  report.documents = source.documents.size();
  for (auto const& document : source.documents) report.bytes += document.spooled.bytes;

  if (!source.documents.empty() || !source.gone_pages.empty()) {
    attempt(report, [&] { read_documents(source, spool, report); });
    if (report.failure) source.state = after_failure(source.before, options_.now);
  }
  if (!report.failure && !options_.is_dry_run && !source.pages.empty()) {
    open_archive_().save_pages(report.name, source.pages);
  }
  report_.states.push_back({report.name, std::move(source.state)});
  report_.sources.push_back(std::move(report));
}

void SourceIntake::read_documents(WebSource& source, DocumentSpool const& spool, SourceReport& report) {
  auto const read =
      take_into_archive({source.is_complete, source.gone_pages}, report,
                        [&](TakePost const& take) { return parse_documents(source, spool, take); });
  auto& state = source.state;
  state.items = read.posts;
  // The count that the walk through the archive gave grows with what has come since.
  bool const is_part = source.source.whole_archive && !source.is_walked;
  if (is_part && state.announced) *state.announced += report.counts.added;
}

// Notes in `source` what of it has to be asked for again.
FeedReport SourceIntake::parse_documents(WebSource& source, DocumentSpool const& spool,
                                         TakePost const& take) {
  FeedReport total;
  bool is_whole = true;
  for (auto const& document : source.documents) {
    auto options = parse_options(source.source, document.spooled.url);
    options.charset = document.spooled.charset;
    FeedReport part;
    try {
      part = parse_source(*spool.open(document.spooled), options, take);
    } catch (Error const& error) {
      if (error.code() != ErrorCode::bad_source || !document.is_dispensable) throw;
      part.note({error.what(), source.source.name()});
      part.is_cut_off = true;
    }
    // A post that waits for its time has to be seen again without having changed.
    bool const is_done = !part.has_waiting && !part.is_cut_off;
    if (is_done && document.page) source.pages.push_back(*document.page);
    is_whole = is_whole && is_done;
    add(std::move(part), total);
  }
  if (!is_whole) source.state.etag = source.state.last_modified = {};
  return total;
}

// Takes what `parse` gives into the archive, in one transaction.
FeedReport SourceIntake::take_into_archive(Removals removals, SourceReport& report, Parse const& parse) {
  std::optional<ArchiveBatch> batch;
  auto const begun = [&]() -> ArchiveBatch& {
    if (!batch) batch.emplace(open_archive_().begin(report.name, options_.now));
    return *batch;
  };
  std::size_t posts = 0;
  auto feed = parse([&](Post&& post) {
    stop_if_asked(options_.should_stop);
    post.source = report.name;
    begun().add(post);
    if (options_.progress) options_.progress({"reading", ++posts, 0});
  });
  // What could not be read of a source may be what seems to be missing.
  bool const is_proof = removals.is_complete && feed.skipped == 0 && !feed.is_cut_off;
  BatchOptions const options{.leaving = is_proof ? Leaving::removed : Leaving::stays,
                             .gone = std::move(removals.gone),
                             .gate = [&](BatchEffect const& effect) {
                               judge_source(report.name, effect, options_.gates);
                               if (options_.is_dry_run) throw DryRun{effect};
                             }};
  try {
    report.counts = begun().commit(options);
  } catch (DryRun const& tried) {
    report.counts = tried.effect.counts;
  }
  report.skipped = feed.skipped + report.counts.forgotten;
  for (auto& problem : feed.problems) report_.note(std::move(problem));
  report_.problem_count += feed.problem_count - feed.problems.size();
  return feed;
}

void SourceIntake::note_local(SourceReport&& report) {
  if (!report.failure) {
    auto state = open_archive_().source_state(report.name);
    state.last_success = options_.now;
    state.last_attempt = options_.now;
    state.failures = 0;
    state.items = report.counts.added + report.counts.changed + report.counts.unchanged;
    report_.states.push_back({report.name, std::move(state)});
  }
  report_.sources.push_back(std::move(report));
}

ParseOptions SourceIntake::parse_options(Source const& source, std::string const& name) const {
  ParseOptions options;
  options.source = name;
  options.site = source.site;
  options.limits = options_.limits;
  options.limits.source_bytes = std::min(options.limits.source_bytes, source.max_bytes);
  options.limits.max_posts = source.max_posts;
  options.now = options_.now;
  return options;
}

}  // namespace pressmark
