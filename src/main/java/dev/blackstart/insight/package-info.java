/** What all exercises and real incidents together show: pages and API of trends, coverage and recovery evidence; only reads. */
package dev.blackstart.insight;
