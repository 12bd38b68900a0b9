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
     "where it is on the web: a feed, a page that names one, a list of feeds, a sitemap"},
    {"path", &Source::path, "or where it is on this machine: a file or folder"},
    {"site", &Source::site, "whose posts they are; else the source's own address tells"},
    {"kind", &Source::kind, "what it must be, so that nothing else is taken for it", 0, 0, kSourceKinds},
    {"whole_archive", &Source::whole_archive, "also fetch what the feed no longer lists, page by page"},
    {"mirror", &Source::mirror, "take posts out of the index that are no longer in the source"},
    {"max_megabytes", &ConfiguredSource::max_megabytes, "size of one document, unpacked", 0.001, 65'536},
    {"max_posts", &Source::max_posts, "posts that are taken from it", 1, 10'000'000},
    {"base_url", &Source::base_url, "of a folder: the address that it is published at"},
    {"permalink", &Source::permalink,
     "of a folder of Markdown: the pattern of addresses, such as /:year/:slug/"},
});

auto const kSites = std::to_array<SettingEntry<ConfiguredSite>>({
    {"contact", &ConfiguredSite::contact,
     "address or mail that is named to the servers of this site's sources"},
});

auto const kFetch = std::to_array<SettingEntry<Fetch>>({
    {"contact", &Fetch::contact, "address or mail of who runs the job, named to the servers it asks"},
    {"proxy", &Fetch::proxy, "such as http://proxy.example.org:3128; else https_proxy and its kin count"},
    {"allow_private", &Fetch::allow_private, "also ask servers on this machine and in private networks"},
    {"connect_seconds", &Fetch::connect_seconds, "wait for a connection", 0.001, kDay},
    {"stall_seconds", &Fetch::stall_seconds, "wait for the next byte", 0.001, kDay},
    {"transfer_seconds", &Fetch::transfer_seconds, "wait for a whole document", 0.001, kDay},
    {"delay_seconds", &Fetch::delay_seconds, "pause between two requests to one host", 0, kDay},
    {"max_wait_seconds", &Fetch::max_wait_seconds,
     "longest wait that a server may ask for; beyond, the source waits for the next run", 0, kDay},
    {"transfers", &Fetch::transfers, "documents fetched at the same time, one from a host", 1, 256},
    {"redirects", &Fetch::redirects, "followed in a row", 0, 50},
    {"retries", &Fetch::retries, "after a failure that may pass", 0, 20},
    {"patience", &Fetch::patience, "runs in a row in which a source may fail before the job's status tells",
     0, 1'000},
});

auto const kGates = std::to_array<SettingEntry<Gates>>({
    {"posts_share", &Gates::posts_share, "share of the index's posts that must remain", 0, kShare},
    {"source_share", &Gates::source_share,
     "share of its posts, and of the text of those that change, that a source must keep", 0, kShare},
    {"judgements", &Gates::judgements, "judged queries, as for pressmark eval"},
    {"ndcg", &Gates::ndcg, "least nDCG@10 of the judged queries", 0, 1},
    {"must_find", &Gates::must_find, "lines QUERY<tab>URL: the post must be among the first ten"},
});

auto const kLimits = std::to_array<SettingEntry<Limits>>({
    {"threads", &Limits::threads, "that index at the same time; 0: as many as there are processors", 0, 256},
    {"memory_megabytes", &Limits::memory_megabytes,
     "that indexing may take; fewer threads work where it is not enough for all", 8, 1'048'576},
    {"version_days", &Limits::version_days, "that former versions of posts are kept, for pressmark rollback",
     1, 36'500},
    {"metrics", &Limits::metrics,
     "a file for the textfile collector of node_exporter, written after each run"},
});

auto const kServer = std::to_array<SettingEntry<Server>>({
    {"listen", &Server::listen, "ADDRESS:PORT, or unix:PATH; a socket that systemd passes comes before it"},
    {"public_url", &Server::public_url,
     "address at which readers reach it, such as https://example.org/find"},
    {"base_path", &Server::base_path, "path before /search in links; else that of public_url"},
    {"title", &Server::title, "name of what is searched, on the page of results"},
    {"cors_origins", &Server::cors_origins,
     "origins whose pages may read the API, such as https://example.org"},
    {"trusted_proxies", &Server::trusted_proxies, "addresses or networks whose X-Forwarded-For is believed"},
    {"threads", &Server::threads, "that search at the same time; 0: as many as there are processors", 0, 256},
    {"connections", &Server::connections,
     "open at the same time; one more ends the one that asked nothing for longest", 1, 100'000},
    {"requests", &Server::requests, "searches asked for at the same time; what comes beyond is told to wait",
     1, 100'000},
    {"request_seconds", &Server::request_seconds, "within which a whole request must come", 1, 3'600},
    {"answer_seconds", &Server::answer_seconds, "within which an answer must be taken", 1, 3'600},
    {"search_seconds", &Server::search_seconds,
     "that an answer may take; what was found until then is given. 0: as long as it takes", 0, 3'600},
    {"client_rate", &Server::client_rate, "requests a second that a client may keep up; 0: any number", 0,
     1'000'000},
    {"client_burst", &Server::client_burst, "requests that a client may have at once", 1, 1'000'000},
    {"cache_megabytes", &Server::cache_megabytes, "of answers that are kept to be given again", 0, 65'536},
    {"public_metrics", &Server::public_metrics, "tell /metrics to others than this machine"},
    {"log_queries", &Server::log_queries, "write what readers search into the log"},
    {"quiet", &Server::quiet, "write no line for each request"},
});

auto const kInsight = std::to_array<SettingEntry<Insight>>({
    {"enabled", &Insight::enabled, "count what readers search, for pressmark insight"},
    {"days", &Insight::days, "that the counts are kept", 1, 3'650},
    {"threshold", &Insight::threshold, "readers that must have asked a query before it is kept in words", 1,
     1'000},
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
