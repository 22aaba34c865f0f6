"""The published site's files for machines, read as strangers would: from the disk, with their tools."""

from __future__ import annotations

import json
from pathlib import Path

import feedparser
import frictionless

from tests.conftest import ROOT, run
from tests.site import site_reader


def claims() -> int:
    return sum("status: published" in path.read_text() for path in (ROOT / "claims/100-jam").glob("*.yaml"))


def test_tables_are_valid_to_their_last_cell(real_site: Path):
    report = frictionless.Package(str(real_site / "datapackage.json")).validate()
    assert report.valid, report.flatten(["type", "message"])
    assert report.tasks[0].stats["rows"] == claims()


def test_both_feeds_bring_every_claim(real_site: Path):
    feeds = sorted(real_site.rglob("feed.xml"))
    topics = len(list((real_site / "topics").glob("*/index.html")))
    assert len(feeds) == 2 * (1 + topics), "in both languages"
    for path in feeds:
        parsed = feedparser.parse(path.read_bytes())
        assert not parsed.bozo
        items = json.loads(path.with_name("feed.json").read_text())["items"]
        assert [entry.link for entry in parsed.entries] == [item["url"] for item in items]
    for feed in ("feed.xml", "id/feed.xml"):
        assert len(feedparser.parse((real_site / feed).read_bytes()).entries) == claims()


def test_every_annotation_leads_back_to_the_article_as_it_stands_in_the_repository(real_site: Path):
    text = (ROOT / "seeds/100-jam.txt").read_bytes().decode()
    assert (real_site / "articles/100-jam/text.txt").read_bytes().decode() == text
    collection = json.loads((real_site / "articles/100-jam/annotations.json").read_text())
    assert collection["total"] == claims()
    for item in collection["first"]["items"]:
        for target in item["target"] if isinstance(item["target"], list) else [item["target"]]:
            quote, position = target["selector"]
            assert text[position["start"] : position["end"]] == quote["exact"]
            assert text.count(quote["prefix"] + quote["exact"] + quote["suffix"]) == 1


def test_a_site_without_an_address_leaves_out_what_needs_one_and_says_so_once(published_newsroom: Path):
    config = published_newsroom / "mkdocs.yml"
    config.write_text(config.read_text().replace("site_url: https://example.org/\n", ""))
    built = run("mkdocs", "build", cwd=published_newsroom)
    assert built.returncode == 0, built.stderr
    assert built.stderr.count("No site_url is set") == 1
    site = published_newsroom / "site"
    names = {path.name for path in site.rglob("*") if path.is_file()}
    assert not names & {
        "feed.xml",
        "feed.json",
        "sitemap.xml",
        "claimreview.json",
        "annotations.json",
        "oembed.json",
    }
    assert {"claims.json", "claims.csv", "datapackage.json", "llms.txt"} <= names
    assert list(site_reader.dead_links(site, "https://nowhere.example/")) == []
