// What each setting of the job, of the server and of its log of queries means, and what it may be.
#include "common/config/job_tables.h"

#include <array>

namespace pressmark {
namespace {

constexpr auto kSourceKinds = std::to_array<std::string_view>({"any", "feed", "sitemap"});

constexpr double kDay = 86'400;
constexpr double kShare = 1;

using Fetch = ConfiguredFetch;
using Gates = ConfiguredGates;
using Limits = ConfiguredLimits;
using Server = ConfiguredServer;
using Insight = ConfiguredInsight;

auto const kSources = std::to_array<SettingEntry<ConfiguredSource>>({
    {"url", &Source::url,
     "The address of the source on the web: a feed, a page that names its feed, a list of feeds, or a "
     "sitemap."},
    {"path", &Source::path, "The source on this machine instead: a file or a folder."},
    {"site", &Source::site,
     "The name of the site that the posts belong to. Without it, the source's own address tells."},
    {"kind", &Source::kind,
     "What the source has to be: any, feed or sitemap. What turns out to be something else is refused.", 0, 0,
     kSourceKinds},
    {"whole_archive", &Source::whole_archive,
     "Whether to fetch older posts, too, which the feed no longer lists, page by page."},
    {"mirror", &Source::mirror,
     "Whether posts that are no longer in the source are taken out of the index. Without it, they stay."},
    {"max_megabytes", &ConfiguredSource::max_megabytes,
     "The size of the largest document that is read, in megabytes, unpacked.", 0.001, 65'536},
    {"max_posts", &Source::max_posts, "The most posts that are taken from the source.", 1, 10'000'000},
    {"base_url", &Source::base_url, "For a folder: the address at which its pages are published."},
    {"permalink", &Source::permalink,
     "For a folder of Markdown: the pattern of the posts' addresses, such as /:year/:slug/."},
});

auto const kSites = std::to_array<SettingEntry<ConfiguredSite>>({
    {"contact", &ConfiguredSite::contact,
     "An address or e-mail that is named to the servers of this site's sources, so that they can reach "
     "somebody."},
});

auto const kFetch = std::to_array<SettingEntry<Fetch>>({
    {"contact", &Fetch::contact,
     "An address or e-mail of whoever runs the job. It is named to every server that is asked."},
    {"proxy", &Fetch::proxy,
     "The proxy for all requests, such as http://proxy.example.org:3128. Without it, https_proxy and its kin "
     "in the environment count."},
    {"allow_private", &Fetch::allow_private,
     "Whether servers on this machine and in private networks may be asked, too."},
    {"connect_seconds", &Fetch::connect_seconds, "How long to wait for a connection, in seconds.", 0.001,
     kDay},
    {"stall_seconds", &Fetch::stall_seconds, "How long to wait for the next byte, in seconds.", 0.001, kDay},
    {"transfer_seconds", &Fetch::transfer_seconds, "How long to wait for a whole document, in seconds.",
     0.001, kDay},
    {"delay_seconds", &Fetch::delay_seconds, "The pause between two requests to one host, in seconds.", 0,
     kDay},
    {"max_wait_seconds", &Fetch::max_wait_seconds,
     "The longest wait that a server may ask for, in seconds. If it asks for more, the source waits for the "
     "next run.",
     0, kDay},
    {"transfers", &Fetch::transfers, "How many documents are fetched at the same time, one from each host.",
     1, 256},
    {"redirects", &Fetch::redirects, "How many redirects in a row are followed.", 0, 50},
    {"retries", &Fetch::retries, "How often a request is tried again after a failure that may pass.", 0, 20},
    {"patience", &Fetch::patience,
     "In how many runs in a row a source may fail before the exit status of the job says so.", 0, 1'000},
});

auto const kGates = std::to_array<SettingEntry<Gates>>({
    {"posts_share", &Gates::posts_share, "The share of the index's posts that must remain, from 0 to 1.", 0,
     kShare},
    {"source_share", &Gates::source_share,
     "The share of its posts that a source must keep, and of the text of those that change, from 0 to 1.", 0,
     kShare},
    {"judgements", &Gates::judgements, "A file of judged queries, as for pressmark eval."},
    {"ndcg", &Gates::ndcg, "The least nDCG@10 that the judged queries must reach, from 0 to 1.", 0, 1},
    {"must_find", &Gates::must_find,
     "A file of lines QUERY<tab>URL. The post must be among the first ten results of the query."},
});

auto const kLimits = std::to_array<SettingEntry<Limits>>({
    {"threads", &Limits::threads,
     "How many threads index at the same time. 0 means as many as there are processors.", 0, 256},
    {"memory_megabytes", &Limits::memory_megabytes,
     "How much memory indexing may take, in megabytes. Where it is not enough for all threads, fewer work.",
     8, 1'048'576},
    {"version_days", &Limits::version_days,
     "For how many days former versions of posts are kept, so that pressmark rollback can bring them back.",
     1, 36'500},
    {"metrics", &Limits::metrics,
     "A file for the textfile collector of node_exporter. It is written after each run."},
});

auto const kServer = std::to_array<SettingEntry<Server>>({
    {"listen", &Server::listen,
     "Where the server listens: ADDRESS:PORT or unix:PATH. A socket that systemd passes comes before it."},
    {"public_url", &Server::public_url,
     "The address at which readers reach the server, such as https://example.org/find."},
    {"base_path", &Server::base_path,
     "The path before /search in links. Without it, that of public_url counts."},
    {"title", &Server::title, "The name of what is searched, as the page of results shows it."},
    {"cors_origins", &Server::cors_origins,
     "The origins whose pages may read the API, such as https://example.org."},
    {"trusted_proxies", &Server::trusted_proxies,
     "The addresses or networks whose X-Forwarded-For is believed."},
    {"threads", &Server::threads,
     "How many threads search at the same time. 0 means as many as there are processors.", 0, 256},
    {"connections", &Server::connections,
     "How many connections may be open at the same time. One more ends the one that has asked nothing for "
     "longest.",
     1, 100'000},
    {"requests", &Server::requests,
     "How many searches may be asked for at the same time. Whoever comes after them is told to wait.", 1,
     100'000},
    {"request_seconds", &Server::request_seconds,
     "How long a client may take to send a whole request, in seconds.", 1, 3'600},
    {"answer_seconds", &Server::answer_seconds,
     "How long a client may take to receive an answer, in seconds.", 1, 3'600},
    {"search_seconds", &Server::search_seconds,
     "How long a search may take, in seconds. What was found until then is the answer. 0 means as long as it "
     "takes.",
     0, 3'600},
    {"client_rate", &Server::client_rate,
     "How many requests a second a client may keep up. 0 means any number.", 0, 1'000'000},
    {"client_burst", &Server::client_burst, "How many requests a client may have at once.", 1, 1'000'000},
    {"cache_megabytes", &Server::cache_megabytes, "How many megabytes of answers are kept to be given again.",
     0, 65'536},
    {"public_metrics", &Server::public_metrics, "Whether /metrics is told to others than this machine."},
    {"log_queries", &Server::log_queries, "Whether the log tells what readers search."},
    {"quiet", &Server::quiet, "Whether the log has no line for each request."},
});

auto const kInsight = std::to_array<SettingEntry<Insight>>({
    {"enabled", &Insight::enabled, "Whether searches are counted for pressmark insight."},
    {"days", &Insight::days, "For how many days the counts are kept.", 1, 3'650},
    {"threshold", &Insight::threshold, "How many readers must have asked a query before it is kept in words.",
     1, 1'000},
});

}  // namespace

std::span<SettingEntry<ConfiguredSource> const> source_table() noexcept {
  return kSources;
}
std::span<SettingEntry<ConfiguredSite> const> site_table() noexcept {
  return kSites;
}
std::span<SettingEntry<ConfiguredFetch> const> fetch_table() noexcept {
  return kFetch;
}
std::span<SettingEntry<ConfiguredGates> const> gate_table() noexcept {
  return kGates;
}
std::span<SettingEntry<ConfiguredLimits> const> limit_table() noexcept {
  return kLimits;
}
std::span<SettingEntry<ConfiguredServer> const> server_table() noexcept {
  return kServer;
}
std::span<SettingEntry<ConfiguredInsight> const> insight_table() noexcept {
  return kInsight;
}

}  // namespace pressmark
